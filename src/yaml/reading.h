#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.h"
#include "yaml/document.h"

namespace tijian::yaml {

class Files;

/// What a reading of documents collects: problems, and the path to what is being read.
class Reading {
 public:
  Reading(std::vector<Diagnostic>& diagnostics, Files& files)
      : diagnostics_(diagnostics), files_(files) {}

  Files& files() { return files_; }
  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

  /// Adds a diagnostic at a node; where signs of YAML in full width explain what is wrong with it,
  /// that instead.
  Diagnostic& report(std::string_view code, const Node& at,
                     std::initializer_list<base::Argument> arguments = {});

  /// The path from the root: ids of list items where they have one (their list's key is left out),
  /// else their number, and keys: `housing.housing_area.score`, `plan.points[2]`.
  std::string path() const;

  /// Inside a key or a list item, until the step's end of life.
  class Step {
   public:
    ~Step() { reading_.steps_.pop_back(); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    friend class Reading;
    explicit Step(Reading& reading) : reading_(reading) {}
    Reading& reading_;
  };
  [[nodiscard]] Step enter(std::string_view key);
  [[nodiscard]] Step enter_item(std::size_t number);
  /// If the innermost step is a list item, it is called `id` from here on.
  void name_item(std::string_view id);

 private:
  struct Name {
    std::string_view text;   // of a key or an id; texts of nodes and literals outlive the reading
    std::size_t number = 0;  // of a list item, from 1
  };
  std::vector<Diagnostic>& diagnostics_;
  Files& files_;
  std::vector<Name> steps_;
};

}  // namespace tijian::yaml
