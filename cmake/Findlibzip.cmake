# libzip's own CMake package asks for its tools, which are in packages of their own: defines
# libzip::libzip.
find_library(LIBZIP_LIBRARY zip)
find_path(LIBZIP_INCLUDE_DIR zip.h)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libzip REQUIRED_VARS LIBZIP_LIBRARY LIBZIP_INCLUDE_DIR)
mark_as_advanced(LIBZIP_LIBRARY LIBZIP_INCLUDE_DIR)
if(libzip_FOUND AND NOT TARGET libzip::libzip)
  add_library(libzip::libzip UNKNOWN IMPORTED)
  set_target_properties(libzip::libzip PROPERTIES IMPORTED_LOCATION ${LIBZIP_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${LIBZIP_INCLUDE_DIR})
endif()
