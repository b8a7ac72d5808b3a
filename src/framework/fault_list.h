#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.h"

namespace tijian::framework {

/// A step into a method: a key, or an item of a list by its number from 1.
struct PathStep {
  std::string key;
  std::size_t item = 0;
};

/// `method.aggregate[2].nodes`
std::string to_string(const std::vector<PathStep>&);

/// What is wrong somewhere in a method.
struct MethodFault {
  Diagnostic diagnostic;
  std::vector<PathStep> path;
  bool of_key = false;  ///< of the last key itself, not of what stands under it
};

/// The faults of a method as they are found, with the path to what is being looked at.
class FaultList {
 public:
  Diagnostic& report(std::string_view code, std::initializer_list<base::Argument> arguments = {});
  /// The same of a key.
  Diagnostic& report_key(const std::string& key, std::string_view code,
                         std::initializer_list<base::Argument> arguments);
  /// What the last one says is expected; its hint, which was of something else, goes.
  void expect_last(const Text&);
  std::size_t size() const { return faults_.size(); }
  /// The hint of those after the first so many that have none.
  void hint_from(std::size_t first, const Text& hint);
  std::vector<MethodFault> take() { return std::move(faults_); }

  /// Inside a key or an item until the scope's end of life.
  class Scope {
   public:
    ~Scope() { faults_.path_.pop_back(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    friend class FaultList;
    explicit Scope(FaultList& faults) : faults_(faults) {}
    FaultList& faults_;
  };
  [[nodiscard]] Scope enter(std::string key);
  [[nodiscard]] Scope enter(std::size_t item);

 private:
  std::vector<PathStep> path_;
  std::vector<MethodFault> faults_;
};

}  // namespace tijian::framework
