#pragma once
#include <string>
#include <vector>

#include "report/fact.h"
#include "report/report_scope.h"

/// How a report came about, for workbooks and documents alike.
namespace tijian::report {

/// Framework, period, places, program, command, files, what is synthetic.
std::vector<Fact> origin_facts(const HealthReport&, const ReportScope&, Language);
/// What marks, lights and limits mean.
std::vector<Fact> legend_facts(Language);
/// What each light means, in the words of diagnose.
std::string light_meaning(Light, Language);

/// A source of the framework's numbers and definitions, with how many indicators rest on it.
struct SourceCount {
  std::string source;
  std::string confidence;  ///< as in Basis
  int indicators;
};
/// In the order of the framework.
std::vector<SourceCount> sources_of(const Framework&);

}  // namespace tijian::report
