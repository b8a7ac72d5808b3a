// The document as it stands in the file: the big lists packed as tables, everything else as in page.ts.
//
// A packed document is JSON: all of Page but `diagnosis` and `history`, and in their place
//   periods, compared   as in Page
//   words    every text of the tables once, the most frequent first
//   tables   readings, categories, trends, limits, weak_points, problems, changes, residents, shares,
//            values, scores:
//            {"columns": "node:w place:w value:n …", "rows": "3,17,342.48\n,18,…"}
// Columns are NAME:KIND, a dot in NAME stands for a record in the record. Rows end with a line feed but for the last;
// cells are parted by commas. A cell holds
//   nothing  the same as in the row above (never in the first row)
//   -        null, or no word at all in a list
//   w        the number of a word           l   the numbers of words, parted by spaces
//   b        0 or 1                         n r a number: n %.8g for what was measured, r %.6g for what was worked out
// readings, trends, weak_points, changes, values and scores stand by node (as in `nodes`), then by place (as in
// `places`), so that most cells are empty; limits and problems keep the diagnosis's order. Left out are readings
// that are not applicable and have no value, and values (one column t0, t1, … a period; lights: one letter each, of values and of scores) of which none is
// known and all lights are "n". Left out too is what another table or list tells; it is put back here:
//   readings: unit, value, first          values: node's unit, the value of `period` and of `first_period`
//   trends: unit, arrow, pace, needed     changes: title, unit, after          limits, weak_points: title, unit, level
//   problems: id (framework/place/node/kind), basis, note (the indicator's)
import { lazily } from './lazily'
import type { CategoryReading, Diagnosis, Figure, HardLimit, History, Light, Page, Problem, Reading, ResidentsReading, ResidentsShare, Trend, WeakPoint } from './page'
import { Table, type PackedTable } from './table'

type TableName = 'readings' | 'categories' | 'trends' | 'limits' | 'weak_points' | 'problems' | 'changes' | 'residents' | 'shares' | 'values' | 'scores'

export interface Packed extends Omit<Page, 'diagnosis' | 'history'>, Pick<Diagnosis, 'compared'>, Pick<History, 'periods'> {
  words: string[]
  tables: Record<TableName, PackedTable>
}

type Located<T> = T & { node: string; place: string }

/** The document that stands in the page, packed or not. */
export function read_document(text: string): Page {
  const document = JSON.parse(text) as Page | Packed
  return 'tables' in document ? unpack(document) : document
}

/** What no view has asked for yet stays packed. */
export function unpack(packed: Packed): Page {
  const history = history_of(packed)
  return { ...packed, history, diagnosis: diagnosis_of(packed, history) }
}

function table_of({ tables, words }: Packed, name: TableName): Table {
  return new Table(tables[name], words)
}

function diagnosis_of(packed: Packed, history: History): Diagnosis {
  const diagnosis: Diagnosis = lazily<Diagnosis>({
    period: () => packed.period,
    compared: () => packed.compared,
    places: () => places_of(packed, readings_of(packed, history), table_of(packed, 'categories').rows<Located<CategoryReading>>()),
    trends: () => trends_of(packed, diagnosis),
    limits: () => with_titles(packed, table_of(packed, 'limits')).rows<HardLimit>(),
    weak_points: () => weak_points_of(packed),
    problems: () => problems_of(packed),
    changes: () => changes_of(packed, diagnosis),
    residents: () => table_of(packed, 'residents').rows<ResidentsReading>(),
    shares: () => table_of(packed, 'shares').rows<ResidentsShare>()
  })
  return diagnosis
}

// ---- series ----

function history_of(packed: Packed): History {
  const { periods, indicators } = packed
  const tables = lazily({ values: () => table_of(packed, 'values'), scores: () => table_of(packed, 'scores') })
  const unknown: Figure[] = periods.map(() => null)
  const lights = (table: Table): readonly string[] => table.column<string>('lights')
  return lazily<History>({
    periods: () => periods,
    values: () => by_node(packed, tables.values, series_of(periods, tables.values), unknown, Object.keys(indicators)),
    lights: () => by_node(packed, tables.values, lights(tables.values), 'n'.repeat(periods.length), Object.keys(indicators)),
    scores: () => by_node(packed, tables.scores, series_of(periods, tables.scores), unknown),
    category_lights: () => by_node(packed, tables.scores, lights(tables.scores), '-'.repeat(periods.length))
  })
}

/** A list a node, of one for each place; `none` where the table has no row. */
function by_node<T>({ places }: Packed, table: Table, list: readonly T[], none: T, nodes: string[] = []): Record<string, T[]> {
  const number_of = new Map(places.map(({ name }, k) => [name, k]))
  const empty = (): T[] => places.map(() => none)
  const found: Record<string, T[]> = Object.fromEntries(nodes.map(node => [node, empty()]))
  const [node, place] = [table.column<string>('node'), table.column<string>('place')]
  list.forEach((item, k) => ((found[node[k]!] ??= empty())[number_of.get(place[k]!)!] = item))
  return found
}

function series_of(periods: string[], table: Table): Figure[][] {
  const columns = periods.map((_, k) => table.column<Figure>(`t${k}`))
  return Array.from({ length: table.length }, (_, row) => columns.map(c => c[row]!))
}

// ---- readings ----

const not_applicable: Light = 'not_applicable'

function absent_reading(unit: string): Reading {
  const none = { value: null, last_year: null, progress: null, expected: null, first: null, pace: null, needed: null, low: null, high: null, peers_median: null, lower_quartile: null, upper_quartile: null, rank: null, of: null, score: null }
  const aspects = { plan: not_applicable, standard: not_applicable, past: not_applicable, peers: not_applicable, residents: not_applicable }
  return { light: not_applicable, arrow: '', aspects, verdict: not_applicable, unit, last_period: '', first_period: '', fragile: false, flags: not_applicable, ...none }
}

/** What a place has stands before what no place has. */
function places_of({ places, indicators }: Packed, readings: Located<Reading>[], categories: Located<CategoryReading>[]): Diagnosis['places'] {
  const absent = Object.fromEntries(Object.entries(indicators).map(([id, info]) => [id, absent_reading(info.unit)]))
  const list: Diagnosis['places'] = places.map(({ name }) => ({ place: name, categories: {}, indicators: Object.create(absent) as Record<string, Reading> }))
  const by_name = new Map(list.map(p => [p.place, p]))
  for (const reading of readings) by_name.get(reading.place)!.indicators[reading.node] = reading
  for (const category of categories) by_name.get(category.place)!.categories[category.node] = category
  return list
}

/** With unit, value and first value, which the indicator and its series tell. */
function readings_of(packed: Packed, { periods, values }: History): Located<Reading>[] {
  const table = table_of(packed, 'readings')
  const place_number = new Map(packed.places.map(({ name }, k) => [name, k]))
  const period_number = new Map(periods.map((p, k) => [p, k]))
  const [node, place, first] = ['node', 'place', 'first_period'].map(name => table.column<string>(name)) as [readonly string[], readonly string[], readonly string[]]
  const value_in = (row: number, period: string): Figure => values[node[row]!]![place_number.get(place[row]!)!]![period_number.get(period) ?? -1] ?? null
  table.put('unit', node.map(id => packed.indicators[id]!.unit))
  table.put('value', node.map((_, row) => value_in(row, packed.period)))
  table.put('first', first.map((period, row) => value_in(row, period)))
  return table.rows()
}

// ---- lists, with what another list tells ----

function with_titles({ nodes, indicators }: Packed, table: Table): Table {
  const title = new Map(nodes.map(n => [n.id, n.title]))
  const node = table.column<string>('node')
  table.put('title', node.map(id => title.get(id)!))
  table.put('unit', node.map(id => indicators[id]?.unit ?? ''))
  return table
}

/** The readings of the rows of a table. */
function readings_beside(table: Table, { places }: Diagnosis): Reading[] {
  const readings = new Map(places.map(p => [p.place, p.indicators]))
  const place = table.column<string>('place')
  return table.column<string>('node').map((id, row) => readings.get(place[row]!)![id]!)
}

function trends_of(packed: Packed, diagnosis: Diagnosis): Trend[] {
  const table = table_of(packed, 'trends')
  const readings = readings_beside(table, diagnosis)
  for (const name of ['unit', 'arrow', 'pace', 'needed'] as const) table.put(name, readings.map(r => r[name]))
  return table.rows()
}

function changes_of(packed: Packed, diagnosis: Diagnosis): Diagnosis['changes'] {
  const table = with_titles(packed, table_of(packed, 'changes'))
  table.put('after', readings_beside(table, diagnosis).map(r => r.value))
  return table.rows()
}

function weak_points_of(packed: Packed): WeakPoint[] {
  const table = with_titles(packed, table_of(packed, 'weak_points'))
  const level = new Map(packed.nodes.map(n => [n.id, n.level]))
  table.put('level', table.column<string>('node').map(id => level.get(id)!))
  return table.rows()
}

function problems_of({ framework, indicators, ...packed }: Packed): Problem[] {
  const table = new Table(packed.tables.problems, packed.words)
  const [place, node, kind] = ['place', 'node', 'kind'].map(name => table.column<string>(name)) as [readonly string[], readonly string[], readonly string[]]
  table.put('id', node.map((id, row) => [framework.id, place[row], id, kind[row]].join('/')))
  table.put('basis', node.map(id => indicators[id]?.basis ?? ''))
  table.put('note', node.map(id => indicators[id]?.note ?? ''))
  return table.rows()
}
