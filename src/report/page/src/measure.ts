// What maps show of a place: how many of its indicators are not met; where nothing has a standard, its overall score.
import { burdens, plain_score } from './burden'
import { counts_now } from './tally'
import type { Report } from './report'
import { say } from './words'

export interface Shade {
  from: number
  to: number
  fill: string
  ink: string
}

export interface Measure {
  title: string
  /** Nothing where a place has no score. */
  value: (place: string) => number | undefined
  shades: Shade[]
}

const reds = [['#F7ECEA', '#17212B'], ['#E6BDB7', '#17212B'], ['#CC7F78', '#17212B'], ['#8C2A2C', '#fff']] as const
const blues = [['#EAF0F6', '#17212B'], ['#BCD0E2', '#17212B'], ['#7FA3C4', '#17212B'], ['#2F5F8F', '#fff']] as const
const unknown: Shade = { from: NaN, to: NaN, fill: '#fff', ink: '#46525E' }

/** Whether any light of a place is one that a standard, a target or a limit decides. */
export function is_judged_at_all(report: Report): boolean {
  const { red, orange, yellow, green } = counts_now(report, report.page.places.map(p => p.name))
  return red + orange + yellow + green > 0
}

const known = new WeakMap<Report, Measure>()

export function measure_of(report: Report): Measure {
  let found = known.get(report)
  if (found === undefined) known.set(report, (found = is_judged_at_all(report) ? not_met(report) : scores(report)))
  return found
}

function not_met(report: Report): Measure {
  const values = new Map([...burdens(report)].map(([place, b]) => [place, b.not_met]))
  const value = (place: string): number | undefined => values.get(place)
  return { title: say('Not met', '不达标项数'), value, shades: classes(0, Math.max(0, ...values.values()), reds) }
}

function scores(report: Report): Measure {
  const values = new Map<string, number>()
  for (const { name } of report.parts) {
    const score = plain_score(report, name)
    if (score !== null) values.set(name, Math.round(score))
  }
  const all = [...values.values()]
  const shades = all.length === 0 ? [] : classes(Math.min(...all), Math.max(...all), blues)
  return { title: say('Score', '得分'), value: place => values.get(place), shades }
}

/** Up to four classes of equal width. */
function classes(least: number, most: number, colours: readonly (readonly [string, string])[]): Shade[] {
  const width = Math.ceil((most - least + 1) / 4)
  return colours
    .map(([fill, ink], k) => ({ from: least + k * width, to: Math.min(least + (k + 1) * width - 1, most), fill, ink }))
    .filter(s => s.from <= most)
}

export function shade_of({ shades }: Measure, n: number | undefined): Shade {
  if (n === undefined) return unknown
  return shades.find(s => n <= s.to) ?? shades[shades.length - 1] ?? unknown
}
