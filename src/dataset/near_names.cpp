#include "dataset/near_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/place_stem.h"
#include "tijian/period.h"

namespace tijian::dataset {
namespace {

/// Where a name stands.
struct Occurrence {
  int file;
  Period period;
};

struct NamedPlace {
  std::string name;
  Citation first;
  std::vector<Occurrence> at;
  bool several_files = false, several_periods = false;
};

std::string digits_of(std::string_view name) {
  std::string digits;
  for (const char c : name)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

/// A text with one of its characters left out, for each of them.
std::vector<std::string> with_one_less(const std::string& text) {
  std::vector<std::string> all;
  const auto begins = [&](std::size_t i) { return (text[i] & 0xC0) != 0x80; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!begins(i)) continue;
    std::size_t end = i + 1;
    while (end < text.size() && !begins(end)) ++end;
    all.push_back(text.substr(0, i) + text.substr(end));
  }
  return all;
}

/// What follows the names of regions at the start: 北京市朝阳区将台乡 has 朝阳区将台乡 and 将台乡.
std::vector<std::string> without_regions(const std::string& key) {
  static constexpr std::array<std::string_view, 5> kinds{"省", "市", "区", "县", "州"};
  constexpr std::size_t shortest_rest = 6;  // bytes: two characters
  std::vector<std::string> all;
  for (std::size_t end = 6; end + shortest_rest <= key.size(); ++end)
    if (std::ranges::any_of(
            kinds, [&](auto kind) { return std::string_view(key).substr(0, end).ends_with(kind); }))
      all.push_back(key.substr(end));
  return all;
}

class NearNames {
 public:
  explicit NearNames(const std::vector<FileTable>& tables) : tables_(tables) {}

  std::vector<Doubt> report() {
    for (const FileTable& table : tables_) look_for_periods(table.data.rows);
    if (tables_.size() < 2 && !several_periods_) return {};
    for (int file = 0; file < static_cast<int>(tables_.size()); ++file) collect(file);
    told_.assign(places_.size(), 0);
    if (std::ranges::any_of(places_, [&](const NamedPlace& place) { return alone(place); })) {
      compare_stems();
      compare_endings();
      compare_spellings();
    }
    std::ranges::sort(doubts_, {}, [](const auto& doubt) { return doubt.first; });
    std::vector<Doubt> all;
    for (auto& [place, doubt] : doubts_) all.push_back(std::move(doubt));
    return all;
  }

 private:
  void look_for_periods(const Rows& rows) {
    if (rows.period.empty()) return;
    if (!first_period_) first_period_ = rows.period.front();
    several_periods_ |= std::ranges::any_of(
        rows.period, [&](const Period& period) { return period != *first_period_; });
  }

  void collect(int file) {
    const Rows& rows = tables_[file].data.rows;
    std::vector<int> number(rows.places.size(), -1);
    for (std::size_t row = 0; row < rows.place.size(); ++row) {
      int& known = number[rows.place[row]];
      if (known < 0)
        known = number_of(rows.places[rows.place[row]], file, tables_[file].row_line[row]);
      NamedPlace& place = places_[known];
      const Occurrence here{file, rows.period[row]};
      if (!place.at.empty()) {
        place.several_files |= place.at.front().file != file;
        place.several_periods |= place.at.front().period != here.period;
      }
      place.at.push_back(here);
    }
  }

  int number_of(const std::string& name, int file, int line) {
    const auto [found, fresh] = number_.try_emplace(name, static_cast<int>(places_.size()));
    if (fresh) places_.push_back({name, {tables_[file].path, line, 0, tables_[file].sheet}, {}});
    return found->second;
  }

  bool in_one_file(const NamedPlace& place) const {
    return tables_.size() > 1 && !place.several_files;
  }
  bool in_one_period(const NamedPlace& place) const {
    return several_periods_ && !place.several_periods;
  }
  bool alone(const NamedPlace& place) const { return in_one_file(place) || in_one_period(place); }

  /// Names of one stem: 朝阳 and 朝阳区.
  void compare_stems() {
    std::unordered_map<std::string, std::vector<int>> by_stem;
    for (int i = 0; i < static_cast<int>(places_.size()); ++i)
      by_stem[place_stem(places_[i].name)].push_back(i);
    for (const auto& [stem, same] : by_stem)
      for (const int one : same)
        for (const int other : same) consider_either(one, other);
  }

  /// Names behind those of what they lie in: 北京市昌平区 and 昌平区.
  void compare_endings() {
    std::unordered_map<std::string, int> by_key;
    for (int i = 0; i < static_cast<int>(places_.size()); ++i)
      by_key.emplace(base::name_key(places_[i].name), i);
    for (const auto& [key, one] : by_key)
      for (const std::string& ending : without_regions(key))
        if (const auto found = by_key.find(ending); found != by_key.end()) {
          consider_either(one, found->second);
          consider_either(found->second, one);
        }
  }

  /// Of two names that are as good as the same, that which stands alone; of two such, the later.
  void consider_either(int one, int other) {
    if (one != other && (other < one || !alone(places_[other]))) consider(one, other, 1);
  }

  /// Names apart by one character: 将台乡 and 奖台乡. Short ones mostly differ by no slip, so the
  /// other has to stand in several files or periods.
  void compare_spellings() {
    constexpr std::size_t shortest = 6;  // bytes: three characters are nine
    std::vector<int> ones, others;
    for (int i = 0; i < static_cast<int>(places_.size()); ++i) {
      const NamedPlace& place = places_[i];
      if (alone(place) && base::name_key(place.name).size() >= shortest) ones.push_back(i);
      if (place.several_files || place.several_periods) others.push_back(i);
    }
    for (const auto& [other, one] : apart_by_one(ones, others))
      if (one != other) consider(one, other, 2);
  }

  /// Pairs of an other and a one with the same digits, ascending. The fewer are kept by what they
  /// have in common with the rest.
  std::set<std::pair<int, int>> apart_by_one(const std::vector<int>& ones,
                                             const std::vector<int>& others) const {
    const bool keep_ones = ones.size() < others.size();
    const auto slips = [&](int place, bool is_one) {
      const std::string& name = places_[place].name;
      const std::string key = base::name_key(name);
      return is_one ? slips_of(key, digits_of(name), "+", "-")
                    : slips_of(key, digits_of(name), "-", "+");
    };
    std::unordered_map<std::string, std::vector<int>> kept;
    for (const int place : keep_ones ? ones : others)
      for (const std::string& slip : slips(place, keep_ones)) kept[slip].push_back(place);
    std::set<std::pair<int, int>> pairs;
    if (kept.empty()) return pairs;
    for (const int place : keep_ones ? others : ones)
      for (const std::string& slip : slips(place, !keep_ones))
        if (const auto found = kept.find(slip); found != kept.end())
          for (const int match : found->second)
            keep_ones ? pairs.emplace(place, match) : pairs.emplace(match, place);
    return pairs;
  }

  /// Two texts have one of these in common, the marks of one being those of the other exchanged,
  /// where they are apart by one character (another one, one more or one less) and agree in what is
  /// put behind.
  static std::vector<std::string> slips_of(const std::string& key, const std::string& behind,
                                           const std::string& whole, const std::string& less) {
    std::vector<std::string> slips{whole + key + ' ' + behind};
    int position = 0;
    for (std::string& shorter : with_one_less(key)) {
      shorter += ' ' + behind;
      slips.push_back(std::to_string(position++) + ' ' + shorter);
      slips.push_back(less + shorter);
    }
    return slips;
  }

  /// `least`: in how many files or periods the other has to stand.
  void consider(int one, int other, int least) {
    const NamedPlace &place = places_[one], &near = places_[other];
    if (told_[one] || digits_of(place.name) != digits_of(near.name)) return;
    const Occurrence& here = place.at.front();
    const auto none = [&](auto member, const auto& value) {
      return std::ranges::find(near.at, value, member) == near.at.end();
    };
    if (in_one_file(place) && (least < 2 || near.several_files) &&
        none(&Occurrence::file, here.file))
      tell(one, near, {"this file", "本文件"});
    else if (in_one_period(place) && (least < 2 || near.several_periods) &&
             none(&Occurrence::period, here.period))
      tell(one, near, to_string(here.period));
  }

  void tell(int one, const NamedPlace& near, const Text& where) {
    told_[one] = 1;
    const NamedPlace& place = places_[one];
    Diagnostic warning = base::make_diagnostic("B459", place.first,
                                               {{"name", base::excerpt(place.name)},
                                                {"where", where},
                                                {"near", base::excerpt(near.name)}});
    warning.also.push_back(near.first);
    doubts_.emplace_back(one, Doubt{DoubtKind::near_name, std::move(warning), place.name});
  }

  const std::vector<FileTable>& tables_;
  std::unordered_map<std::string, int> number_;
  std::vector<NamedPlace> places_;
  std::optional<Period> first_period_;
  bool several_periods_ = false;
  std::vector<char> told_;
  std::vector<std::pair<int, Doubt>> doubts_;
};

}  // namespace

std::vector<Doubt> report_near_names(const std::vector<FileTable>& tables) {
  return NearNames(tables).report();
}

}  // namespace tijian::dataset
