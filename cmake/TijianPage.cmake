# The script and the style of the report's page, bundled by npm's esbuild, for the source of a target
# that takes them in; where npm or its registry cannot be had it is left without them, with a word.
# The packages stand beside their lock file, so that all builds share them.
function(tijian_page target source)
  set(page ${PROJECT_SOURCE_DIR}/src/report/page)
  set(out ${PROJECT_BINARY_DIR}/page)
  find_program(TIJIAN_NPM npm)
  find_program(TIJIAN_NODE NAMES node nodejs)
  if(NOT TIJIAN_NPM OR NOT TIJIAN_NODE)
    message(STATUS "The report's page (.html) is left out: npm was not found")
    return()
  endif()
  set(installed ${page}/node_modules/.package-lock.json)
  if(NOT EXISTS ${installed} OR ${page}/package-lock.json IS_NEWER_THAN ${installed})
    message(STATUS "Fetching the packages of the report's page")
    execute_process(COMMAND ${TIJIAN_NPM} ci --ignore-scripts --no-audit --no-fund
                            --fetch-retries=1
                    WORKING_DIRECTORY ${page} TIMEOUT 300
                    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE why)
    if(failed)
      message(STATUS "The report's page (.html) is left out: npm could not fetch its packages")
      message(VERBOSE "${why}")
      return()
    endif()
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${page}/src/*.ts ${page}/style/*.css)
  set(assets ${out}/page.js ${out}/page.style.css ${out}/sheets.js ${out}/sheets.style.css)
  add_custom_command(
    OUTPUT ${assets}
    COMMAND ${TIJIAN_NODE} build.mjs ${out}
    WORKING_DIRECTORY ${page}
    DEPENDS ${sources} ${page}/build.mjs ${page}/package-lock.json
    COMMENT "Bundling the report's page" VERBATIM)
  add_custom_target(tijian_page_assets DEPENDS ${assets})
  add_dependencies(${target} tijian_page_assets)
  set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON
    COMPILE_DEFINITIONS TIJIAN_PAGE_FOLDER="${out}" OBJECT_DEPENDS "${assets}")
endfunction()
