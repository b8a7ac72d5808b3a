#include "dataset/description.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/spelling.h"
#include "dataset/file_year.h"
#include "dataset/table_contents.h"
#include "dataset/year_suffix.h"

namespace tijian::dataset {
namespace {

/// Fills in what reading a table told of it.
class Describing {
 public:
  Describing(const DataFile& file, const Binder& binder, const Attempt& attempt)
      : file_(file), header_(file.header), binder_(binder), attempt_(attempt) {
    proposal_.source = file.source;
    proposal_.remarks = attempt.remarks;
  }

  Description describe() {
    DataSource& source = proposal_.source;
    if (file_.input) describe_text(source);
    if (header_.line != 1 || header_.last_line != 1) {
      source.header.clear();
      for (int line = header_.line; line <= header_.last_line; ++line)
        source.header.push_back(line);
    }
    if (!header_.wide()) describe_form(source);
    name_column(source.place, Role::place);
    name_column(source.period, Role::period);
    name_column(source.variable, Role::variable);
    describe_subject(source);
    look_at_rows(source);
    look_at_name(source);
    look_at_names(source);
    if (attempt_.decimal_open) source.decimal = source.thousands = {};
    if (attempt_.place_open) source.place.is = "?";
    if (attempt_.encoding_open) source.encoding = "?";
    proposal_.open = attempt_.place_open || attempt_.encoding_open || attempt_.decimal_open ||
                     source.variable.is == "?";
    return {std::move(proposal_), std::move(contents_.places), std::move(contents_.sums)};
  }

 private:
  void remark(Text text) { proposal_.remarks.push_back(std::move(text)); }

  void describe_text(DataSource& source) const {
    if (file_.encoding != base::Encoding::utf8 && file_.encoding != base::Encoding::ascii_so_far)
      source.encoding = to_string(file_.encoding);
    if (file_.separator != ',')
      source.separator = file_.separator == '\t' ? "tab" : std::string(1, file_.separator);
    if (file_.cells.style().decimal == ',') source.decimal = ",", source.thousands = ".";
  }

  void describe_form(DataSource& source) const {
    TableForm form;
    form.long_rows = header_.long_rows;
    form.across = header_.across;
    if (!header_.long_rows)
      form.down = header_.cell(Role::variable) >= 0 ? Axis::variables
                  : header_.cell(Role::place) >= 0  ? Axis::places
                                                    : Axis::periods;
    if (header_.long_rows || header_.cell(Role::place) >= 0 || header_.cell(Role::variable) >= 0 ||
        header_.cell(Role::period) >= 0)
      source.layout = form;
  }

  /// A column whose name does not tell its role by itself, or one of several.
  void name_column(ValueOrigin& origin, Role role) const {
    const int cell = header_.cell(role);
    if (cell < 0 || !origin.column.empty()) return;
    const std::string& name = header_.cells[cell].name;
    const auto alike = std::ranges::count_if(
        header_.cells, [&](const HeaderCell& one) { return role_of(one.name) == role; });
    if (!name.empty() && (role_of(name) != role || alike > 1)) origin.column = name;
  }

  /// What nothing in the table says: the file's name may.
  void ask_subject(DataSource& source) {
    const std::string stem = std::filesystem::path(source.file).stem().string();
    const bool known = binder_.knows(stem);
    source.variable.is = known ? stem : "?";
    remark(
        known
            ? Text{"variable: by the file's name; with another unit: {is: " + stem + ", unit: ...}",
                   "variable：依据文件名；单位不同时写 {is: " + stem + ", unit: ...}"}
            : Text{"variable: say which one the values are of", "variable：请写明表中是哪个变量"});
  }

  void describe_subject(DataSource& source) {
    if (header_.is_across(Axis::variables) || header_.cell(Role::variable) >= 0) return;
    if (header_.variable.empty()) return ask_subject(source);
    source.variable.is = header_.variable;
    if (unit_in_brackets(header_.variable).empty()) source.variable.unit = header_.unit;
  }

  void look_at_rows(DataSource& source) {
    contents_ = look_into(file_, binder_);
    const TableContents& found = contents_;
    for (const std::string& name : found.totals)
      if (binder_.framework().find_place(name) < 0) source.leave_out.places.push_back(name);
    choose_period(source, found.years);
    if (found.commas) {
      source.decimal = ",";
      source.thousands = ".";
      const std::string& cell = found.odd.front();
      remark({"decimal: cells like " + cell + "; with decimal: \".\" they are refused",
              "decimal：依据“" + cell + "”一类的单元格；若小数点是“.”则会报错"});
    } else if (!found.odd.empty()) {
      std::string all;
      for (const std::string& text : found.odd) all += (all.empty() ? "'" : ", '") + text + "'";
      remark({"marks: cells that are no numbers: " + all +
                  "; say what they mean: marks: {\"…\": missing}",
              "marks：不是数字的单元格：" + all + "；请写明其含义：marks: {\"…\": missing}"});
    }
  }

  /// Where the header names no period, the first column that has nothing but years.
  void choose_period(DataSource& source, const std::vector<std::string>& years) {
    if (years.empty() || header_.cell(Role::period) >= 0 || header_.period ||
        header_.is_across(Axis::periods))
      return;
    source.period.column = years.front();
    remark({"period: a column with nothing but years", "period：该列全是年份，请核对"});
  }

  /// A year in the name of a file whose table has none.
  void look_at_name(DataSource& source) {
    if (header_.cell(Role::period) >= 0 || header_.period || header_.is_across(Axis::periods) ||
        !source.period.column.empty())
      return;
    const auto of_file = year_in_name(source.file);
    const auto year = of_file || !file_.sheet ? of_file : year_in(file_.sheet->name());
    if (!year) return;
    (of_file ? source.period.in_name : source.period.in_sheet) = year->pattern;
    remark({"period: by the name; without this line the table has no period",
            "period：依据名称；删去此行则该表没有时期"});
  }

  /// Columns that belong to nothing, and what they could be.
  void look_at_names(const DataSource& source) {
    if (!header_.is_across(Axis::variables)) return;
    constexpr int most_near = 10;
    std::map<std::string, std::vector<std::string>> near;  // by what they could be
    int unknown = 0;
    for (const HeaderCell& cell : header_.cells) {
      if (!cell.data || !cell.variable.empty() || cell.name == source.period.column) continue;
      ++unknown;
      if (unknown > most_near) continue;
      if (const std::string like = binder_.nearest(cell.name); !like.empty())
        near[like].push_back(cell.name);
    }
    if (unknown == 0) return;
    std::string rename;
    for (const auto& [like, names] : near)  // of several nobody knows which
      if (names.size() == 1) rename += (rename.empty() ? "" : ", ") + names.front() + ": " + like;
    const std::string count = std::to_string(unknown);
    remark(rename.empty()
               ? Text{count + " columns belong to nothing; rename: {...} says what they are",
                      count + " 列不属于任何变量；可用 rename: {...} 指明"}
               : Text{count + " columns belong to nothing; perhaps rename: {" + rename + "}",
                      count + " 列不属于任何变量；或许是 rename: {" + rename + "}"});
  }

  const DataFile& file_;
  const Header& header_;
  const Binder& binder_;
  Proposal proposal_;
  const Attempt& attempt_;
  TableContents contents_;
};

}  // namespace

Description describe(const DataFile& file, const Binder& binder, const Attempt& attempt) {
  return Describing(file, binder, attempt).describe();
}

void leave_out_sums(std::vector<Description>& all) {
  std::set<std::string> sums;
  for (const Description& one : all) sums.insert(one.sums.begin(), one.sums.end());
  for (Description& one : all) {
    std::vector<std::string>& left_out = one.proposal.source.leave_out.places;
    std::string names;
    for (const std::string& name : sums) {
      if (!one.places.contains(name) || std::ranges::find(left_out, name) != left_out.end())
        continue;
      left_out.push_back(name);
      names += (names.empty() ? "" : ", ") + name;
    }
    if (!names.empty())
      one.proposal.remarks.push_back(
          {"leave_out: by the values of this table or of another they add others up or average "
           "them: " +
               names,
           "leave_out：从本表或其他表的数值看，是其他行之和或平均：" + names});
  }
}

}  // namespace tijian::dataset
