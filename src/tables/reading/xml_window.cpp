#include "tables/reading/xml_window.h"

#include <cstring>

#include "tables/reading/read_fault.h"

namespace tijian::tables {
namespace {

constexpr std::size_t longest_token = std::size_t{64} << 20;

}  // namespace

void XmlWindow::refuse() const { fail("damaged", std::string(part_)); }

bool XmlWindow::more() {
  if (exhausted_) return false;
  std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
  end_ -= at_;
  at_ = 0;
  if (end_ == buffer_.size()) {
    if (end_ >= longest_token) refuse();
    buffer_.resize(2 * end_);
  }
  const std::size_t room = buffer_.size() - end_;
  const std::size_t got = source_.read(buffer_.data() + end_, room);
  exhausted_ = got < room;
  end_ += got;
  return got > 0;
}

bool XmlWindow::looks_at(std::string_view beginning) {
  while (end_ - at_ < beginning.size() && more()) continue;
  return ahead().starts_with(beginning);
}

std::size_t XmlWindow::find(std::string_view what, std::size_t from) {
  for (;;) {
    const std::size_t found = ahead().find(what, from);
    if (found != std::string_view::npos) return found;
    if (const std::size_t seen = end_ - at_; seen > from + what.size()) from = seen - what.size();
    if (!more()) refuse();
  }
}

}  // namespace tijian::tables
