# libcsv comes without a CMake package: defines libcsv::csv.
find_library(LIBCSV_LIBRARY csv)
find_path(LIBCSV_INCLUDE_DIR csv.h)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libcsv REQUIRED_VARS LIBCSV_LIBRARY LIBCSV_INCLUDE_DIR)
mark_as_advanced(LIBCSV_LIBRARY LIBCSV_INCLUDE_DIR)
if(libcsv_FOUND AND NOT TARGET libcsv::csv)
  add_library(libcsv::csv UNKNOWN IMPORTED)
  set_target_properties(libcsv::csv PROPERTIES IMPORTED_LOCATION ${LIBCSV_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${LIBCSV_INCLUDE_DIR})
endif()
