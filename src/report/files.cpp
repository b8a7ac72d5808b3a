#include "tijian/report/files.h"

#include "base/output_file.h"

namespace tijian::report {

void write_file(const std::string& path, std::string_view bytes) { base::write_file(path, bytes); }

void make_folder(const std::string& path) { base::make_folder(path); }

}  // namespace tijian::report
