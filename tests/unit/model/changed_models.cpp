#include "changed_models.h"

#include <regex>

namespace tijian::testing {
namespace {

class Changes {
 public:
  explicit Changes(const std::string& text) : text_(text) {}

  std::vector<ChangedModel> all() {
    lines();
    numbers();
    words();
    brackets();
    const std::size_t half = text_.find('\n', text_.size() / 2) + 1;
    add("halves exchanged", text_.substr(half) + text_.substr(0, half));
    add("cut in the middle", text_.substr(0, text_.size() / 2));
    return std::move(changed_);
  }

 private:
  void add(const std::string& change, std::string text) {
    if (text != text_) changed_.push_back({change, std::move(text)});
  }

  void replace(std::size_t at, std::size_t length, const std::string& by) {
    std::string text = text_;
    text.replace(at, length, by);
    add("at " + std::to_string(at) + ": '" + text_.substr(at, length) + "' is '" + by + "'",
        std::move(text));
  }

  void lines() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = text_.find('\n', at) + 1;
      replace(at, end - at, "");
      at = end;
    }
  }

  template <class Use>
  void each(const char* pattern, Use use) {
    const std::regex regex(pattern);
    for (std::sregex_iterator match(text_.begin(), text_.end(), regex), end; match != end; ++match)
      use(static_cast<std::size_t>(match->position(1)), match->str(1));
  }

  void numbers() {
    each(R"([ \[](-?[0-9][0-9.e+-]*))", [&](std::size_t at, const std::string& number) {
      const bool minus = number[0] == '-';
      for (const std::string& by :
           {"1" + number, minus ? number.substr(1) : "-" + number, std::string("1e30"),
            std::string(".nan"), std::string(""), std::string("0")})
        replace(at, number.size(), by);
    });
  }

  void words() {
    const std::vector<std::vector<std::string>> families = {
        {"none", "mean", "median", "knn", "constant"},
        {"winsorise", "log", "box_cox", "none", "nothing"},
        {"min_max", "percentile_rank", "normal_score", "z_score", "rank"},
        {"given", "equal", "entropy", "critic"},
        {"arithmetic", "geometric", "copeland", "power"},
        {"relative", "function", "all"},
        {"higher", "lower", "range"},
        {"group", "groups"},
        {"inner", "outer", "nowhere"}};
    for (const auto& family : families)
      for (const std::string& word : family)
        each(("\\b(" + word + ")\\b").c_str(), [&](std::size_t at, const std::string& found) {
          for (const std::string& by : family)
            if (by != found) replace(at, found.size(), by);
        });
  }

  void brackets() {
    each(R"((\[[^\[\]]*\]))",
         [&](std::size_t at, const std::string& list) { replace(at, list.size(), "[]"); });
    each(R"((\{[^{}]*\}))",
         [&](std::size_t at, const std::string& map) { replace(at, map.size(), "{}"); });
  }

  const std::string& text_;
  std::vector<ChangedModel> changed_;
};

}  // namespace

std::vector<ChangedModel> changed_models(const std::string& text) { return Changes(text).all(); }

}  // namespace tijian::testing
