# libxlsxwriter comes without a CMake package: defines libxlsxwriter::xlsxwriter.
find_library(LIBXLSXWRITER_LIBRARY xlsxwriter)
find_path(LIBXLSXWRITER_INCLUDE_DIR xlsxwriter.h)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libxlsxwriter REQUIRED_VARS LIBXLSXWRITER_LIBRARY LIBXLSXWRITER_INCLUDE_DIR)
mark_as_advanced(LIBXLSXWRITER_LIBRARY LIBXLSXWRITER_INCLUDE_DIR)
if(libxlsxwriter_FOUND AND NOT TARGET libxlsxwriter::xlsxwriter)
  add_library(libxlsxwriter::xlsxwriter UNKNOWN IMPORTED)
  set_target_properties(libxlsxwriter::xlsxwriter PROPERTIES IMPORTED_LOCATION ${LIBXLSXWRITER_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${LIBXLSXWRITER_INCLUDE_DIR})
endif()
