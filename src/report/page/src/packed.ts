// The document as it stands in the file: the big lists packed as tables, everything else as in page.ts.
//
// A packed document is JSON: all of Page but `diagnosis` and `history`, and in their place
//   periods, compared, peer_study   as in Page
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
// known and all lights are "n". Left out too is what another table or list tells; `fill_readings` and `fill_lists` put it back:
//   readings: unit, value, first          values: node's unit, the value of `period` and of `first_period`
//   trends: unit, arrow, pace, needed     changes: title, unit, after          limits, weak_points: title, unit, level
//   problems: id (framework/place/node/kind), basis, note (the indicator's)
import type { CategoryReading, Diagnosis, Figure, HardLimit, History, Light, Page, Problem, Reading, ResidentsReading, ResidentsShare, Trend, WeakPoint } from './page'

interface Table {
  columns: string
  rows: string
}
type TableName = 'readings' | 'categories' | 'trends' | 'limits' | 'weak_points' | 'problems' | 'changes' | 'residents' | 'shares' | 'values' | 'scores'

export interface Packed extends Omit<Page, 'diagnosis' | 'history'>, Pick<Diagnosis, 'compared' | 'peer_study'>, Pick<History, 'periods'> {
  words: string[]
  tables: Record<TableName, Table>
}

type Located<T> = T & { node: string; place: string }
type Series = Located<{ lights: string } & Record<`t${number}`, Figure>>

/** The document that stands in the page, packed or not. */
export function read_document(text: string): Page {
  const document = JSON.parse(text) as Page | Packed
  return 'tables' in document ? unpack(document) : document
}

export function unpack(packed: Packed): Page {
  const { words, tables, compared, peer_study, periods, ...page } = packed
  const read = <T>(name: TableName): T[] => rows_of<T>(tables[name], words)
  const history = history_of(packed, read<Series>('values'), read<Series>('scores'))
  const readings = read<Located<Reading>>('readings')
  fill_readings(packed, readings, history)
  const diagnosis: Diagnosis = {
    period: packed.period,
    places: place_readings(packed, readings, read<Located<CategoryReading>>('categories')),
    trends: read<Trend>('trends'),
    limits: read<HardLimit>('limits'),
    weak_points: read<WeakPoint>('weak_points'),
    problems: read<Problem>('problems'),
    changes: read<Located<Record<string, unknown>>>('changes'),
    residents: read<ResidentsReading>('residents'),
    shares: read<ResidentsShare>('shares'),
    compared,
    peer_study
  }
  const whole: Page = { ...page, diagnosis, history }
  fill_lists(whole)
  return whole
}

// ---- tables ----

type Cell = string | number | boolean | null | string[]
type Row = Record<string, Cell | Record<string, Cell>>

/** The row last read stays in `above`, since an empty cell repeats it; each row is a copy of it. */
function rows_of<T>({ columns, rows }: Table, words: string[]): T[] {
  if (rows === '') return []
  const names = columns.split(' ').map(c => c.split(':') as [string, string])
  const above: Row = {}
  const puts = names.map(([name, kind]) => put_of(name, kind, words, above))
  const inner = Object.keys(above).filter(name => above[name] !== null)
  return rows.split('\n').map(line => {
    for (let k = 0, from = 0; k < puts.length; k++) {
      const comma = line.indexOf(',', from)
      const end = comma < 0 ? line.length : comma
      if (end > from) puts[k]!(line.slice(from, end))
      from = end + 1
    }
    const row = { ...above }
    for (const name of inner) row[name] = { ...(above[name] as Record<string, Cell>) }
    return row as T
  })
}

/** Reads a cell into its column of `above`: `aspects.plan` is a record in the record. */
function put_of(name: string, kind: string, words: string[], above: Row): (text: string) => void {
  const [outer, inner] = name.split('.') as [string, string | undefined]
  const read = cell_reader(kind, words)
  if (inner === undefined) {
    above[outer] = null
    return text => (above[outer] = read(text))
  }
  const record = (above[outer] ??= {}) as Record<string, Cell>
  record[inner] = null
  return text => (record[inner] = read(text))
}

function cell_reader(kind: string, words: string[]): (text: string) => Cell {
  switch (kind) {
    case 'l':
      return text => (text === '-' ? [] : text.split(' ').map(k => words[Number(k)]!))
    case 'w':
      return text => (text === '-' ? null : words[Number(text)]!)
    case 'b':
      return text => text === '1'
    default:
      return text => (text === '-' ? null : Number(text))
  }
}

// ---- what stands by place, and what was left out ----

const not_applicable: Light = 'not_applicable'

function absent_reading(unit: string): Reading {
  const none = { value: null, last_year: null, progress: null, expected: null, first: null, pace: null, needed: null, low: null, high: null, peers_median: null, lower_quartile: null, upper_quartile: null, rank: null, of: null, score: null }
  const aspects = { plan: not_applicable, standard: not_applicable, past: not_applicable, peers: not_applicable, residents: not_applicable }
  return { light: not_applicable, arrow: '', aspects, verdict: not_applicable, unit, last_period: '', first_period: '', fragile: false, flags: not_applicable, ...none }
}

function place_readings({ places, indicators }: Packed, readings: Located<Reading>[], categories: Located<CategoryReading>[]): Diagnosis['places'] {
  const absent = Object.entries(indicators).map(([id, info]) => [id, absent_reading(info.unit)] as const)
  const list: Diagnosis['places'] = places.map(({ name }) => ({ place: name, categories: {}, indicators: Object.fromEntries(absent) }))
  const by_name = new Map(list.map(p => [p.place, p]))
  for (const reading of readings) by_name.get(reading.place)!.indicators[reading.node] = reading
  for (const category of categories) by_name.get(category.place)!.categories[category.node] = category
  return list
}

function history_of({ places, periods, indicators }: Packed, values: Series[], scores: Series[]): History {
  const number_of = new Map(places.map(({ name }, k) => [name, k]))
  const unknown: Figure[] = periods.map(() => null)
  const all = <T>(empty: T): T[] => places.map(() => empty)
  const category_lights: Record<string, string[]> = {}
  const history: History = { periods, values: {}, scores: {}, lights: {}, category_lights }
  for (const id in indicators) {
    history.values[id] = all(unknown)
    history.lights[id] = all('n'.repeat(periods.length))
  }
  const series_of = (row: Series): Figure[] => periods.map((_, k) => row[`t${k}`] ?? null)
  for (const row of values) {
    const place = number_of.get(row.place)!
    history.values[row.node]![place] = series_of(row)
    history.lights[row.node]![place] = row.lights
  }
  for (const row of scores) {
    const place = number_of.get(row.place)!
    ;(history.scores[row.node] ??= all(unknown))[place] = series_of(row)
    ;(category_lights[row.node] ??= all('-'.repeat(periods.length)))[place] = row.lights
  }
  return history
}

// Puts back what `Packed` leaves out since another list tells it.

function fill_readings({ period, places, indicators }: Packed, readings: Located<Reading>[], history: History): void {
  const place_number = new Map(places.map(({ name }, k) => [name, k]))
  const period_number = new Map(history.periods.map((p, k) => [p, k]))
  for (const reading of readings) {
    const series = history.values[reading.node]![place_number.get(reading.place)!]!
    reading.unit = indicators[reading.node]!.unit
    reading.value = series[period_number.get(period) ?? -1] ?? null
    reading.first = series[period_number.get(reading.first_period) ?? -1] ?? null
  }
}

function fill_lists({ framework, nodes, indicators, diagnosis }: Page): void {
  const node_of = new Map(nodes.map(n => [n.id, n]))
  const reading_of = new Map(diagnosis.places.map(p => [p.place, p.indicators]))
  const read = (row: { place: string; node: string }): Reading => reading_of.get(row.place)![row.node]!
  const entitle = (row: { node: string; title?: unknown; unit?: unknown }): void => {
    row.title = node_of.get(row.node)!.title
    row.unit = indicators[row.node]?.unit ?? ''
  }
  for (const trend of diagnosis.trends) {
    const { unit, arrow, pace, needed } = read(trend)
    Object.assign(trend, { unit, arrow, pace, needed })
  }
  for (const change of diagnosis.changes as Located<Record<string, unknown>>[]) {
    entitle(change)
    change.after = read(change).value
  }
  for (const limit of diagnosis.limits) entitle(limit)
  for (const point of diagnosis.weak_points) {
    const { title, level } = node_of.get(point.node)!
    Object.assign(point, { title, level })
  }
  for (const problem of diagnosis.problems) {
    const { basis = '', note = '' } = indicators[problem.node] ?? {}
    problem.id = [framework.id, problem.place, problem.node, problem.kind].join('/')
    Object.assign(problem, { basis, note })
  }
}
