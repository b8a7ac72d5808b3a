// The words in docs/diagnosis.schema.json are those that the program has, no more and no fewer.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "report/finding.h"
#include "tijian/tijian.h"

using namespace tijian;

namespace {

using Words = std::set<std::string>;

const nlohmann::json& definitions() {
  static const auto schema =
      nlohmann::json::parse(std::ifstream(TIJIAN_ROOT "/docs/diagnosis.schema.json"));
  return schema.at("definitions");
}

Words words_of_schema(const std::string& name) {
  const auto list = definitions().at(name).at("enum").get<std::vector<std::string>>();
  Words words(list.begin(), list.end());
  CHECK(words.size() == list.size());
  return words;
}

/// Compilers write the name of an enumerator, and a number in brackets where there is none.
template <auto value>
constexpr bool is_enumerator() {
  const std::string_view signature = __PRETTY_FUNCTION__;
  return signature.find("value = (") == signature.npos;
}

template <class Enumeration, std::size_t... number>
Words words_of(std::index_sequence<number...>) {
  Words words;
  const auto add = [&]<std::size_t n>() {
    constexpr auto value = static_cast<Enumeration>(n);
    if constexpr (is_enumerator<value>()) words.insert(std::string(to_string(value)));
  };
  (add.template operator()<number>(), ...);
  return words;
}

template <class Enumeration>
Words words_of_program() {
  return words_of<Enumeration>(std::make_index_sequence<40>());
}

}  // namespace

TEST_CASE("the schema of diagnosis.json has the words of the program's enumerations") {
  CHECK(words_of_program<Light>().size() == 7);
  CHECK(words_of_schema("light") == words_of_program<Light>());
  CHECK(words_of_schema("arrow") == words_of_program<Arrow>());
  CHECK(words_of_schema("aspect") == words_of_program<Aspect>());
  CHECK(words_of_schema("verdict") == words_of_program<Verdict>());
  CHECK(words_of_schema("problem_kind") == words_of_program<ProblemKind>());
  CHECK(words_of_schema("problem_state") == words_of_program<ProblemState>());
  CHECK(words_of_schema("change_reason") == words_of_program<ChangeReason>());
  CHECK(words_of_schema("quadrant") == words_of_program<Quadrant>());
  CHECK(words_of_schema("priority") == words_of_program<Priority>());
  CHECK(words_of_schema("cluster") == words_of_program<Cluster>());
  CHECK(words_of_schema("undefined") == words_of_program<Undefined>());
}

TEST_CASE("the schema of diagnosis.json has each aspect as a key") {
  Words keys;
  const auto& aspects = definitions().at("indicator_reading").at("properties").at("aspects");
  for (const auto& [key, light] : aspects.at("properties").items()) keys.insert(key);
  CHECK(keys == words_of_program<Aspect>());
}

TEST_CASE("the schema of diagnosis.json has the words of what a problem is held against") {
  Words words;
  for (int kind = 0; kind <= static_cast<int>(ProblemKind::peers); ++kind)
    for (const Finding finding : {Finding::peers, Finding::share}) {
      Problem problem{};
      problem.kind = static_cast<ProblemKind>(kind);
      problem.finding = finding;
      words.insert(std::string(report::reference_kind(problem)));
    }
  CHECK(words_of_schema("reference_kind") == words);
}

TEST_CASE("the schema of diagnosis.json has the names of the flags in their order") {
  std::string names;
  for (int bit = 0; bit < flag_count; ++bit)
    names += (bit ? "|" : "") + flags_to_string(static_cast<std::uint16_t>(1 << bit));
  CHECK(definitions().at("flags").at("pattern") == "^((" + names + ")(;(" + names + "))*)?$");
}
