# The workbook and the document: each is left out where its library is missing, and then the program
# says so (C393).
find_package(libxlsxwriter)
find_package(pugixml)
find_package(libzip MODULE)

# leave_out SOURCE_PATTERN...: sources of the report that are not compiled.
function(leave_out)
  get_target_property(sources tijian_report SOURCES)
  foreach(pattern IN LISTS ARGN)
    set(left ${sources})
    list(FILTER left INCLUDE REGEX ${pattern})
    set_source_files_properties(${left} PROPERTIES HEADER_FILE_ONLY ON)
  endforeach()
endfunction()

if(libxlsxwriter_FOUND)
  target_link_libraries(tijian_report PRIVATE libxlsxwriter::xlsxwriter)
  target_compile_definitions(tijian_report PRIVATE TIJIAN_WITH_WORKBOOK)
else()
  leave_out("/report/workbook_[a-z_]+[.]cpp$" "/tables/(workbook|sheet|sheet_chart|scratch_file)[.]cpp$")
endif()
if(pugixml_FOUND AND libzip_FOUND)
  target_link_libraries(tijian_report PRIVATE pugixml::pugixml libzip::libzip)
  target_compile_definitions(tijian_report PRIVATE TIJIAN_WITH_DOCUMENT)
else()
  leave_out("/report/document_[a-z_]+[.]cpp$" "/tables/(document|document_[a-z_]+|zip_archive)[.]cpp$")
endif()
