include(CMakePackageConfigHelpers)
install(TARGETS tijian EXPORT tijianTargets
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
if(TIJIAN_BUILD_REPORT)
  install(TARGETS tijian_report EXPORT tijianTargets
          FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endif()
get_target_property(type tijian TYPE)
string(COMPARE EQUAL ${type} STATIC_LIBRARY TIJIAN_IS_STATIC)
set(TIJIAN_OPTIONAL "")  # the packages that this build found beside what it needs
if(TARGET tijian_report)
  get_target_property(linked tijian_report LINK_LIBRARIES)
  foreach(package IN ITEMS libxlsxwriter pugixml libzip)
    if(linked MATCHES "(^|;)${package}::")
      string(APPEND TIJIAN_OPTIONAL " ${package}")
    endif()
  endforeach()
endif()
install(EXPORT tijianTargets NAMESPACE tijian:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/tijian)
configure_package_config_file(cmake/tijianConfig.cmake.in tijianConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/tijian)
write_basic_package_version_file(tijianConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/tijianConfig.cmake ${PROJECT_BINARY_DIR}/tijianConfigVersion.cmake
              cmake/FindUDUNITS2.cmake cmake/Findlibcsv.cmake
              cmake/Findlibxlsxwriter.cmake cmake/Findlibzip.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/tijian)
if(TIJIAN_BUILD_PROGRAM)
  install(TARGETS tijian_program)
  install(DIRECTORY indicators DESTINATION ${CMAKE_INSTALL_DATADIR}/tijian)
endif()
install(FILES LICENSE README.md README.zh-CN.md CHANGELOG.md
              src/method/METHODS.md src/method/METHODS.zh-CN.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
