// How many lights of each kind, now and last time, and which of them can be compared.
import { is_judged } from './light'
import type { Light, NodeInfo } from './page'
import type { Report } from './report'

export type Counts = Record<Light, number>

export interface Change {
  node: NodeInfo
  before: Light
  now: Light
}

export interface Comparison {
  both: number // measured in both periods
  changed: Change[] // of those, whose light is another
  gone: NodeInfo[] // measured last time only
  come: NodeInfo[] // measured this time only
}

const light_of_letter: Record<string, Light> = { r: 'red', o: 'orange', y: 'yellow', g: 'green', s: 'no_standard', d: 'no_data', n: 'not_applicable' }

/** The light of a period; not applicable where nothing is known of it. */
export function light_at(report: Report, place: string, indicator: string, period: string): Light {
  return light_of_letter[report.light_letter(place, indicator, period)] ?? 'not_applicable'
}

/** The light of a category in a period; nothing where it was not judged or nobody looked. */
export function category_light_at(report: Report, place: string, category: string, period: string): Light | undefined {
  const light = light_of_letter[report.category_letter(place, category, period)]
  return light !== undefined && is_judged(light) ? light : undefined
}

export function counts(lights: Light[]): Counts {
  const all: Counts = { red: 0, orange: 0, yellow: 0, green: 0, no_standard: 0, no_data: 0, not_applicable: 0 }
  for (const light of lights) all[light]++
  return all
}

export function counts_now(report: Report, places: string[]): Counts {
  return counts(places.flatMap(place => report.indicators.map(n => report.reading(place, n.id).light)))
}

export function counts_at(report: Report, places: string[], period: string): Counts {
  return counts(places.flatMap(place => report.indicators.map(n => light_at(report, place, n.id, period))))
}

/** The indicators of a place that are judged by a limit, or at least measured, in both periods. */
export function compare(report: Report, place: string, nodes = report.indicators): Comparison {
  const found: Comparison = { both: 0, changed: [], gone: [], come: [] }
  for (const node of nodes) {
    const now = report.reading(place, node.id).light
    const before = light_at(report, place, node.id, report.page.last_period)
    if (is_measured(now) && is_measured(before)) {
      found.both++
      if (now !== before) found.changed.push({ node, before, now })
    } else if (is_measured(before) && now === 'no_data') found.gone.push(node)
    else if (is_measured(now) && before === 'no_data') found.come.push(node)
  }
  return found
}

function is_measured(light: Light): boolean {
  return is_judged(light) || light === 'no_standard'
}
