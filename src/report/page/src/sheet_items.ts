// What was examined at one place: each indicator with what it is held against, and in which part of the sheet it stands.
import { decimals_of, fixed } from './figures'
import { severity } from './light'
import { limit_of, limit_text, type Limit } from './limit_text'
import { in_worst_quarter } from './mark'
import type { Figure, IndicatorInfo, NodeInfo, Place, Problem, Reading } from './page'
import type { Report } from './report'
import { shared_problems, type SharedProblem } from './shared_problems'
import { decimals_for } from './spine'

export type ReferenceKind = 'standard' | 'target' | 'light' | 'peers'

export interface Reference {
  kind: ReferenceKind
  limit: Limit
}

export interface Item {
  node: NodeInfo
  info: IndicatorInfo
  reading: Reading
  reference: Reference | undefined
  before: Figure // of the last period, and of no other
  decimals: number
  problem: Problem | undefined
  shared: SharedProblem | undefined
}

/** The items of a place by the parts of its sheet, each in the order in which it is read. */
export interface Items {
  all: Item[] // all that apply to the place
  ill: Item[] // not met, then warnings
  slate: Item[] // no standard, worst quarter of peers
  watch: Item[]
  missing: Item[]
}

export function items_of(report: Report, place: Place): Items {
  const problems = problems_by_indicator(report, place)
  const shared = shared_by_indicator(report)
  const all = report.indicators
    .filter(node => report.reading(place.name, node.id).light !== 'not_applicable')
    .map(node => item(report, place, node, problems.get(node.id), shared.get(node.id)))
  const lit = (light: Reading['light']): Item[] => all.filter(i => i.reading.light === light)
  const ill = [...lit('red'), ...lit('orange')]
  return { all, ill: ill.sort(by_urgency), slate: all.filter(i => in_worst_quarter(i.reading)).sort(by_rank), watch: lit('yellow').sort(by_urgency), missing: lit('no_data') }
}

function item(report: Report, place: Place, node: NodeInfo, problem: Problem | undefined, shared: SharedProblem | undefined): Item {
  const info = report.info(node.id)
  const reading = report.reading(place.name, node.id)
  const reference = reference_of(info, reading)
  const before = reading.last_period === report.page.last_period ? reading.last_year : null
  return { node, info, reading, reference, before, decimals: decimals_of_item(reading, before, reference), problem, shared }
}

function problems_by_indicator(report: Report, place: Place): Map<string, Problem> {
  const open = report.problems(place.name).filter(p => p.state !== 'solved' && p.state !== 'not_checked')
  return new Map(open.reverse().map(p => [p.node, p]))
}

const known = new WeakMap<Report, Map<string, SharedProblem>>()

function shared_by_indicator(report: Report): Map<string, SharedProblem> {
  let found = known.get(report)
  if (found === undefined) known.set(report, (found = new Map(shared_problems(report).map(p => [p.node.id, p]))))
  return found
}

// ---- what a value is held against ----

/** What the light was given for: the target where only the plan is behind, the best three quarters where only peers are. */
function reference_of(info: IndicatorInfo, reading: Reading): Reference | undefined {
  if (in_worst_quarter(reading)) return peers_reference(info, reading)
  const target = limit_of({ ...info, standard: null })
  const { plan, standard } = reading.aspects
  const limit = target !== undefined && severity(plan) < severity(standard) ? target : limit_of(info)
  return limit === undefined ? light_reference(info) : { kind: limit.kind, limit }
}

function peers_reference(info: IndicatorInfo, { lower_quartile, upper_quartile }: Reading): Reference | undefined {
  const higher = info.direction === 'higher'
  const limit: Limit = { kind: 'standard', floor: higher ? lower_quartile : null, cap: higher ? null : upper_quartile, uncited: false }
  return (limit.floor ?? limit.cap) === null ? undefined : { kind: 'peers', limit }
}

/** The boundary of the framework's own green light. */
function light_reference({ light, direction }: IndicatorInfo): Reference | undefined {
  if (light === null) return undefined
  const higher = direction === 'higher'
  return { kind: 'light', limit: { kind: 'standard', floor: higher ? light.green : null, cap: higher ? null : light.green, uncited: false } }
}

/** Beyond the limit by so much, seen from the limit: below a floor negative, above a cap positive; 0 within. */
export function distance({ reading, reference }: Item): number {
  const { value } = reading
  const { floor = null, cap = null } = reference?.limit ?? {}
  if (value === null) return 0
  if (floor !== null && value < floor) return value - floor
  return cap !== null && value > cap ? value - cap : 0
}

/** The limit that is passed, or the only one there is. */
export function bound({ reading, reference }: Item): Figure {
  const { floor = null, cap = null } = reference?.limit ?? {}
  return reading.value !== null && floor !== null && reading.value < floor ? floor : cap ?? floor
}

export function distance_share(item: Item): number {
  const limit = bound(item)
  const gap = Math.abs(distance(item))
  return gap === 0 || limit === null ? 0 : limit === 0 ? Infinity : gap / Math.abs(limit)
}

// ---- order ----

function by_urgency(a: Item, b: Item): number {
  const broken = (i: Item): number => Number(i.reading.verdict !== 'breach')
  const gaps = [distance_share(a), distance_share(b)] as const
  return severity(a.reading.light) - severity(b.reading.light) || broken(a) - broken(b) || (gaps[0] === gaps[1] ? 0 : gaps[1] - gaps[0])
}

function by_rank(a: Item, b: Item): number {
  const share = ({ rank, of }: Reading): number => (rank ?? 0) / (of || 1)
  return share(b.reading) - share(a.reading)
}

// ---- figures ----

/** Enough to tell the value from its limit, and no more than are needed to read it; a figure of two decimals keeps both. */
function decimals_of_item(reading: Reading, before: Figure, reference: Reference | undefined): number {
  const { value, peers_median } = reading
  if (value === null) return decimals_for([before])
  const limits = [reference?.limit.floor ?? null, reference?.limit.cap ?? null]
  const reported = decimals_of(value)
  const enough = decimals_for(Number.isInteger(value) ? [value, before, peers_median] : [value], limits)
  let decimals = reported <= 2 ? Math.max(enough, reported) : enough
  const same = (l: Figure): boolean => l !== null && l !== value && l.toFixed(decimals) === value.toFixed(decimals)
  while (decimals < 4 && limits.some(same)) decimals++
  return decimals
}

export function shown(item: Item, x: Figure): string {
  return fixed(x, item.decimals)
}

/** The reference in text; quartiles are rounded as the value is. */
export function reference_text(item: Item): string {
  const { reference } = item
  if (reference === undefined) return ''
  if (reference.kind !== 'peers') return limit_text(reference.limit)
  const { floor, cap } = reference.limit
  return floor !== null ? `≥ ${shown(item, floor)}` : `≤ ${shown(item, cap)}`
}
