#pragma once
#include "report/json_value.h"
#include "report/json_writer.h"
#include "tijian/report/language.h"
#include "tijian/residents.h"

/// The parts of a diagnosis's JSON: lists of what the files have, of the diagnosis's period, with
/// the names of the files' columns.
namespace tijian::report {

/// By id: what an indicator is in every place, as indicators.csv has it.
Json indicators_json(const Diagnosis&, Language);
/// By id: the titles of the index and the categories.
Json categories_json(const Diagnosis&, Language);
/// The lights of a row: `{place, categories: {id: ...}, indicators: {id: ...}}`.
void add_readings(const Diagnosis&, const Run&, Index row, JsonWriter&);
void add_trends(const Diagnosis&, JsonWriter&);
Json hard_limits_json(const Diagnosis&, const Run&, Language);
void add_weak_points(const Diagnosis&, Language, JsonWriter&);
/// Those of the diagnosis before too.
void add_problems(const Diagnosis&, const Run&, const Residents&, Language, JsonWriter&);
Json changes_json(const Diagnosis&, Language);
Json residents_json(const Residents&, const Diagnosis&, Language);
Json shares_json(const Diagnosis&, const Run&, Language);

}  // namespace tijian::report
