#pragma once
#include <string>
#include <vector>

#include "tijian/diagnosis.h"
#include "tijian/peer_study.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// The diagnosis of a period, to read: of one place (a row) in three sentences, its categories'
/// lights and its problems, the gravest first.
std::string diagnosis_table(const Diagnosis&, const Run&, Index row, const View&);
/// Of all places: the conclusion, how many lights of each colour, the problems that most share.
std::string diagnosis_summary(const Diagnosis&, const Run&, const View&);

/// Writes indicators.csv, categories.csv, trends.csv, problems.csv, residents.csv and shares.csv
/// into a folder, with a byte
/// order mark, so that spreadsheets show Chinese; returns their paths. Titles in that language.
std::vector<std::string> write_diagnosis(const Diagnosis&, const Run&, Language,
                                         const std::string& folder);

/// All that the diagnosis and its study of peers have for the period, by
/// docs/diagnosis.schema.json: the names are those of the files' columns; a missing number is null,
/// a missing text empty.
std::string to_json(const Diagnosis&, const PeerStudy&, const Run&, Language);
/// The same into a file, in pieces, with a line end.
void write_json(const Diagnosis&, const PeerStudy&, const Run&, Language, const std::string& path);

}  // namespace tijian::report
