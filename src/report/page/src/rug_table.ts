// What the rug shows, before it is drawn: rows of indicators, columns of places, a cell each.
import { kinds, type Kind } from './kinds'
import { is_ill, severity } from './light'
import type { NodeInfo, Place, Reading } from './page'
import type { Report } from './report'
import { first_component } from './statistics'

/** A light, or without a standard: in the worst quarter of its peers, or not. */
export type Cell = 'red' | 'orange' | 'yellow' | 'green' | 'quarter' | 'middle' | 'no_data' | 'blank'

export interface RugPanel {
  kind: Kind
  places: Place[] // ill first
}

export interface RugRow {
  node: NodeInfo
  cells: Cell[] // of all panels, one after the other
  ill: number
}

export interface RugTable {
  panels: RugPanel[]
  rows: RugRow[] // by severity
  hidden: number // places that have no column
}

const most_columns = 60

export function is_ill_cell(cell: Cell): boolean {
  return cell === 'red' || cell === 'orange' || cell === 'quarter'
}

export function cell_of(reading: Reading): Cell {
  switch (reading.light) {
    case 'not_applicable':
      return 'blank'
    case 'no_standard':
      return is_ill(reading.aspects.peers) ? 'quarter' : 'middle'
    default:
      return reading.light
  }
}

export function rug_table(report: Report): RugTable {
  const nodes = report.indicators.filter(n => report.parts.some(p => report.reading(p.name, n.id).light !== 'not_applicable'))
  const shown = worst(report, nodes)
  const panels = kinds(report)
    .map(kind => ({ kind, places: alike(report, nodes, kind.places.filter(p => shown.has(p))) }))
    .filter(p => p.places.length > 0)
  const places = panels.flatMap(p => p.places)
  const rows = nodes.map(node => row_of(report, node, places)).sort((a, b) => weight(b) - weight(a))
  return { panels, rows, hidden: report.parts.length - places.length }
}

/** The places to show: all, or those with the most ill cells. */
function worst(report: Report, nodes: NodeInfo[]): Set<Place> {
  if (report.parts.length <= most_columns) return new Set(report.parts)
  const ill = new Map(report.parts.map(p => [p, nodes.filter(n => is_ill_cell(cell_of(report.reading(p.name, n.id)))).length]))
  return new Set([...report.parts].sort((a, b) => ill.get(b)! - ill.get(a)!).slice(0, most_columns))
}

/** Places by the first principal component of their cells, so that like stands beside like. */
function alike(report: Report, nodes: NodeInfo[], places: Place[]): Place[] {
  const rows = nodes.map(n => filled(places.map(p => badness(cell_of(report.reading(p.name, n.id))))))
  const at = first_component(rows)
  const order = new Map(places.map((p, k) => [p, at[k] ?? 0]))
  return [...places].sort((a, b) => order.get(b)! - order.get(a)!)
}

function badness(cell: Cell): number | undefined {
  const all: Partial<Record<Cell, number>> = { red: 3, orange: 2, quarter: 2, yellow: 1, middle: 0, green: 0 }
  return all[cell]
}

/** What is missing counts as the mean of its row. */
function filled(row: (number | undefined)[]): number[] {
  const known = row.filter(x => x !== undefined)
  const mean = known.reduce((s, x) => s + x, 0) / Math.max(1, known.length)
  return row.map(x => x ?? mean)
}

function row_of(report: Report, node: NodeInfo, places: Place[]): RugRow {
  const cells = places.map(p => cell_of(report.reading(p.name, node.id)))
  return { node, cells, ill: cells.filter(is_ill_cell).length }
}

/** Mean badness of what could be judged. */
function weight({ cells }: RugRow): number {
  const known = cells.map(badness).filter(b => b !== undefined)
  return known.reduce((s, b) => s + b, 0) / Math.max(1, known.length)
}

/** The rows by category, as the framework has them, the worst first within each. */
export function by_category(report: Report, rows: RugRow[]): RugRow[] {
  const order = new Map(report.categories.map((c, k) => [c.id, k]))
  const rank = (r: RugRow): number => order.get(report.top(r.node).id) ?? 0
  return [...rows].sort((a, b) => rank(a) - rank(b))
}

/** Indicators that no part has, for the strip below the rug. */
export function whole_only(report: Report): NodeInfo[] {
  return report.indicators
    .filter(n => report.parts.every(p => report.reading(p.name, n.id).light === 'not_applicable'))
    .sort((a, b) => worst_light(report, a) - worst_light(report, b))
}

function worst_light(report: Report, node: NodeInfo): number {
  return report.whole ? severity(report.reading(report.whole.name, node.id).light) : 0
}
