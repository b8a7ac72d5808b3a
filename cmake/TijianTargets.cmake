# Settings that every target of this project shares.
find_program(TIJIAN_CCACHE ccache)
if(TIJIAN_CCACHE AND PROJECT_IS_TOP_LEVEL)
  # ccache serves precompiled headers under this sloppiness only.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${TIJIAN_CCACHE})
endif()
if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

function(tijian_settings target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  # The same bytes from every compiler: no fused multiply-add behind our back.
  target_compile_options(${target} PRIVATE -ffp-contract=off)
  # Our Eigen in a namespace of its own: a client's of other settings (-mavx, another alignment) has
  # inline functions of the same names, and the linker would keep one of the two for both.
  target_compile_definitions(${target} PRIVATE Eigen=tijian_eigen)
  # What ccache needs to serve precompiled headers.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  else()
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
  if(TIJIAN_DEVELOPER)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                             -Wno-sign-conversion -Werror)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)  # false alarms of GCC 12 in std::string
    target_compile_options(${target} PRIVATE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
                                             -Wno-maybe-uninitialized)
  endif()
  if(TIJIAN_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${TIJIAN_SANITIZE} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${TIJIAN_SANITIZE})
  endif()
endfunction()

# Compiles a room's files some at a time: what they include is read once for all of them, which is
# most of what compiling costs.
option(TIJIAN_UNITY "Compile several source files at a time" ON)
function(tijian_room target folder)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main[.]cpp$")
  target_sources(${target} PRIVATE ${sources})
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${TIJIAN_UNITY} UNITY_BUILD_MODE GROUP)
  get_filename_component(room ${folder} NAME)
  set(number 0)
  foreach(source IN LISTS sources)
    math(EXPR group "${number} / 8")
    math(EXPR number "${number} + 1")
    if(source MATCHES "_yaml[.]cpp$")  # where Node is YAML's
      set(group _yaml)
    elseif(source MATCHES "/json_[a-z_]+[.]cpp$")  # whose header takes longer to read than the rest
      set(group _json)
    endif()
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${room}${group})
  endforeach()
endfunction()
