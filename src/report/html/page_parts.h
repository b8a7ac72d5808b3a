#pragma once
#include "report/html/packed_table.h"
#include "report/html/page_rows.h"
#include "report/json_writer.h"
#include "tijian/residents.h"

/// The parts of the page's document, as page/src/page.ts and packed.ts have them.
namespace tijian::report {

/// A report with what every part asks for.
struct PageContent {
  const HealthReport& report;
  Language say;
  PageRows rows;
  Residents felt;

  const Run& run() const { return report.run; }
  const Diagnosis& diagnosis() const { return report.diagnosis; }
  const Framework& framework() const { return *report.run.framework; }
  const std::string& place(Index row) const { return report.diagnosis.rows.place_of(row); }
};

void add_page_places(const PageContent&, JsonWriter&);      // types, places
void add_page_nodes(const PageContent&, JsonWriter&);       // nodes
void add_page_indicators(const PageContent&, JsonWriter&);  // indicators
void add_page_method(const PageContent&, JsonWriter&);      // method, files, command
void add_page_ranks(const PageContent&, JsonWriter&);       // ranks
void add_page_map(const PageContent&, JsonWriter&);         // map
void add_page_tables(const PageContent&, JsonWriter&);      // words, tables

// Tables: of a diagnosis's lists.
void pack_readings(const PageContent&, PackedTable&);
void pack_categories(const PageContent&, PackedTable&);
void pack_problems(const PageContent&, PackedTable&);
void pack_values(const PageContent&, PackedTable&);
void pack_scores(const PageContent&, PackedTable&);

}  // namespace tijian::report
