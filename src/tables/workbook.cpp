#include "tables/workbook.h"

#include <utility>

#include "tables/office_error.h"
#include "tables/workbook_state.h"

namespace tijian::tables {
namespace {

constexpr time_t fixed_time = 315532800;  // 1980-01-01, the first that ZIP knows

uint8_t alignment(Align align) {
  constexpr uint8_t known[] = {LXW_ALIGN_LEFT, LXW_ALIGN_RIGHT, LXW_ALIGN_CENTER};
  return known[static_cast<std::size_t>(align)];
}

/// The library wants texts that it might change, and does not.
char* lent(const std::string& text) { return const_cast<char*>(text.c_str()); }

}  // namespace

void expect_done(lxw_error error) {
  if (error != LXW_NO_ERROR) throw OfficeError(lxw_strerror(error));
}

lxw_format* WorkbookState::format(const CellStyle& style) {
  const auto [at, fresh] = formats.try_emplace(style, nullptr);
  if (!fresh) return at->second;
  lxw_format* own = at->second = workbook_add_format(workbook);
  format_set_font_name(own, font.c_str());
  format_set_font_size(own, style.size);
  format_set_font_color(own, static_cast<lxw_color_t>(style.colour));
  format_set_align(own, alignment(style.align));
  format_set_align(own, LXW_ALIGN_VERTICAL_CENTER);
  if (style.align == Align::right) format_set_indent(own, 1);  // off the text beside it
  if (style.bold) format_set_bold(own);
  if (style.wrap) format_set_text_wrap(own);
  if (style.unlocked) format_set_unlocked(own);
  if (!style.number.empty()) format_set_num_format(own, style.number.c_str());
  if (style.fill >= 0) {
    format_set_pattern(own, LXW_PATTERN_SOLID);
    format_set_fg_color(own, static_cast<lxw_color_t>(style.fill));
    format_set_bg_color(own, static_cast<lxw_color_t>(style.fill));
  }
  if (style.border) {
    format_set_border(own, LXW_BORDER_THIN);
    format_set_border_color(own, 0xD3D9DF);
  }
  return own;
}

Workbook::Workbook(const WorkbookProperties& properties)
    : state_(std::make_unique<WorkbookState>()) {
  state_->font = properties.font;
  state_->workbook = workbook_new(state_->file.path().c_str());
  if (!state_->workbook) throw OfficeError("out of memory");
  lxw_doc_properties own{};
  own.title = lent(properties.title);
  own.subject = lent(properties.subject);
  own.author = lent(properties.author);
  own.created = fixed_time;
  expect_done(workbook_set_properties(state_->workbook, &own));
}

Workbook::~Workbook() {
  if (state_->workbook) lxw_workbook_free(state_->workbook);
}

Sheet& Workbook::add(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(state_->workbook, name.c_str());
  if (!sheet) throw OfficeError("a sheet cannot have this name: " + name);
  sheets_.push_back(std::unique_ptr<Sheet>(new Sheet(*state_, sheet, name)));
  return *sheets_.back();
}

std::string Workbook::bytes() {
  lxw_workbook* closing = std::exchange(state_->workbook, nullptr);
  expect_done(workbook_close(closing));
  return state_->file.bytes();
}

}  // namespace tijian::tables
