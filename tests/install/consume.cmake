# Installs the library into an empty prefix, checks what is there, then builds two examples against it
# and runs them:
#   cmake -D SOURCE= -D BUILD= -D WORK= -D COMPILER= -D DEVELOPER= -D ALONE= -P consume.cmake
# BUILD: the build to install. With ALONE on it is made here first: a shared library, nothing else.

function(run)
  list(JOIN ARGN " " line)
  message(STATUS "${line}")
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(ALONE)
  # Neither the program's, the report's nor the tests' libraries may be looked for.
  run(${CMAKE_COMMAND} -S ${SOURCE} -B ${BUILD} -G Ninja -D BUILD_SHARED_LIBS=ON
    -D CMAKE_CXX_COMPILER=${COMPILER} -D TIJIAN_DEVELOPER=${DEVELOPER}
    -D TIJIAN_BUILD_REPORT=OFF -D TIJIAN_BUILD_PROGRAM=OFF -D TIJIAN_BUILD_TESTS=OFF
    -D TIJIAN_BUILD_EXAMPLES=OFF
    -D CMAKE_DISABLE_FIND_PACKAGE_CLI11=ON -D CMAKE_DISABLE_FIND_PACKAGE_nlohmann_json=ON
    -D CMAKE_DISABLE_FIND_PACKAGE_Catch2=ON -D CMAKE_DISABLE_FIND_PACKAGE_rapidcheck=ON)
  run(${CMAKE_COMMAND} --build ${BUILD})
endif()

set(prefix ${WORK}/prefix)
file(REMOVE_RECURSE ${WORK}/prefix ${WORK}/consumer)
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

# No path of this machine is installed.
file(GLOB_RECURSE installed ${prefix}/*)
foreach(file ${installed})
  execute_process(COMMAND grep -qF -e ${SOURCE} -e ${BUILD} ${file} RESULT_VARIABLE absent)
  if(NOT absent)
    message(SEND_ERROR "${file} holds a path of this machine")
  endif()
endforeach()

set(examples link extend/own_method)
if(NOT ALONE)
  list(APPEND examples explain)
endif()
foreach(example ${examples})
  run(${CMAKE_COMMAND} -S ${SOURCE}/examples/${example} -B ${WORK}/consumer/${example} -G Ninja
    -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_PREFIX_PATH=${prefix})
  run(${CMAKE_COMMAND} --build ${WORK}/consumer/${example})
endforeach()
set(beijing ${SOURCE}/examples/beijing_districts)
run(${WORK}/consumer/link/link ${beijing} ${beijing}/data.csv)
set(example ${SOURCE}/examples/extend)
run(${WORK}/consumer/extend/own_method/own_method
  ${example}/before ${example}/before/data.csv ${example}/own_method/method.yaml)
if(NOT ALONE)
  set(example ${SOURCE}/examples/beijing_districts)
  run(${WORK}/consumer/explain/explain ${example} ${example}/data.csv 朝阳区)

  # What a static library needs is missed where a project is configured, not where it is linked.
  execute_process(COMMAND ${CMAKE_COMMAND} -S ${SOURCE}/examples/link -B ${WORK}/consumer/missing
    -G Ninja -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_PREFIX_PATH=${prefix}
    -D CMAKE_DISABLE_FIND_PACKAGE_libcsv=ON
    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE messages)
  if(NOT failed OR NOT messages MATCHES "libcsv")
    message(SEND_ERROR "without libcsv: ${messages}")
  endif()
endif()

# Clients compiled otherwise than the library, by both compilers where there are two, print what a
# plain one prints. Where this machine lacks the instructions they are only compiled and linked.
set(features)
if(EXISTS /proc/cpuinfo)
  file(STRINGS /proc/cpuinfo features REGEX "^flags" LIMIT_COUNT 1)
endif()
find_program(other_compiler clang++)
foreach(compiler ${COMPILER} ${other_compiler})
  get_filename_component(name ${compiler} NAME)
  set(clients ${WORK}/consumer/clients_${name})
  run(${CMAKE_COMMAND} -S ${SOURCE}/tests/install/clients -B ${clients} -G Ninja -D STRICT=ON
    -D README=${SOURCE}/examples/link/main.cpp
    -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_PREFIX_PATH=${prefix})
  run(${CMAKE_COMMAND} --build ${clients})
  foreach(client plain unoptimised native avx512f row_major small_index small_alignment)
    if((client STREQUAL avx512f AND NOT features MATCHES " avx512f ") OR
       (client STREQUAL small_alignment AND NOT features MATCHES " avx "))
      message(STATUS "${client}: compiled and linked only")
      continue()
    endif()
    foreach(program main client)
      execute_process(COMMAND ${clients}/${client}_${program} ${beijing} ${beijing}/data.csv
        OUTPUT_VARIABLE printed RESULT_VARIABLE result)
      if(NOT DEFINED expected_${program})
        set(expected_${program} "${printed}")
      endif()
      if(NOT result EQUAL 0 OR printed STREQUAL "" OR NOT printed STREQUAL expected_${program})
        message(SEND_ERROR "${name} ${client}_${program}: ${result}\n${printed}")
      endif()
    endforeach()
  endforeach()
endforeach()

# The installed program finds its modules from any folder, also where the shell has found it by PATH.
file(GLOB_RECURSE module ${prefix}/*/tijian_gis.so)
if(module)
  set(ENV{PATH} ${prefix}/bin:$ENV{PATH})
  execute_process(COMMAND tijian report ${beijing} ${beijing}/data.csv --samples 0
    -o ${WORK}/report.gpkg WORKING_DIRECTORY / COMMAND_ERROR_IS_FATAL ANY)
endif()

if(EXISTS ${prefix}/bin/tijian)
  run(${prefix}/bin/tijian check ${prefix}/share/tijian/indicators/chaoyang)
endif()
file(GLOB_RECURSE methods ${prefix}/share/doc/*/METHODS.md)
if(NOT methods)
  message(SEND_ERROR "METHODS.md is not installed")
endif()
