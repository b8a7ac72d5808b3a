#pragma once
#include <string>
#include <vector>

#include "tijian/diagnosis.h"
#include "tijian/report/language.h"

/// What a diagnosis comes to, in sentences: screens and documents say the same.
namespace tijian::report {

/// Of one row: how many problems and the first of them, what became of earlier ones, how many
/// lights of each colour, where the index is lost, which passed limits were not measured.
std::vector<std::string> conclusion(const Diagnosis&, const Run&, Index row, Language);
/// Of all places of its period: how many problems, how many lights, and what most of them share.
std::vector<std::string> conclusion(const Diagnosis&, const Run&, Language);
/// Sentences in one text.
std::string paragraph(const std::vector<std::string>& sentences, Language);

/// The indicators that decide a category's light, unless they are green.
std::string worst_words(const Framework&, const Diagnosis&, Index row, const CategoryReading&,
                        Language);

}  // namespace tijian::report
