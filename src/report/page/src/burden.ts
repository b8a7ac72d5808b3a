// How many indicators of a place are not met.
import { is_judged } from './light'
import type { Place } from './page'
import type { Report } from './report'

export interface Burden {
  place: Place
  not_met: number
  judged: number
  change: number | null // of those judged in both periods; null without a last period
}

export function burden_of(report: Report, place: Place): Burden {
  const before = report.page.last_period
  let [not_met, judged, change] = [0, 0, 0]
  for (const node of report.indicators) {
    const { light } = report.reading(place.name, node.id)
    if (!is_judged(light)) continue
    judged++
    if (light === 'red') not_met++
    const letter = report.light_letter(place.name, node.id, before)
    if ('royg'.includes(letter)) change += Number(light === 'red') - Number(letter === 'r')
  }
  return { place, not_met, judged, change: before === '' ? null : change }
}

const known = new WeakMap<Report, Map<string, Burden>>()

/** Of all parts, by name. */
export function burdens(report: Report): Map<string, Burden> {
  let found = known.get(report)
  if (found === undefined) known.set(report, (found = new Map(report.parts.map(p => [p.name, burden_of(report, p)]))))
  return found
}

/** Most not met first; of those the lowest score. */
export function worst_places(report: Report): Burden[] {
  const score = (b: Burden): number => plain_score(report, b.place.name) ?? 0
  return [...burdens(report).values()].sort((a, b) => b.not_met - a.not_met || score(a) - score(b))
}

/** The overall score as it is before a cap lowers it. */
export function plain_score(report: Report, place: string): number | null {
  const { score, uncapped } = report.category(place, report.index.id)
  return uncapped ?? score
}
