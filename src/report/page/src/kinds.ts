// The kinds of places that are told apart: a type each, or several types that are measured by the same indicators
// (地区 and 乡 have farmland, 街道 have not).
import { compare_text, say } from './words'
import type { Place } from './page'
import type { Report } from './report'

export interface Kind {
  id: string
  title: string // '' where places have no type
  plural: string
  places: Place[]
}

const known = new WeakMap<Report, Kind[]>()

/** In the order of the types; none where there are no parts. */
export function kinds(report: Report): Kind[] {
  let found = known.get(report)
  if (found === undefined) known.set(report, (found = find_kinds(report)))
  return found
}

function find_kinds(report: Report): Kind[] {
  const types = by_type(report)
  const signatures = new Map([...types].map(([type, places]) => [type, measured(report, places)]))
  const apart = new Set(signatures.values()).size > 1
  const merged = new Map<string, string[]>()
  for (const [type, signature] of signatures) {
    const key = apart && type !== '' ? signature : type
    merged.set(key, [...(merged.get(key) ?? []), type])
  }
  return [...merged.values()].map(ids => {
    const titles = ids.map(id => type_title(report, id))
    const both = say(' and ', '与')
    return { id: ids.join(' '), title: titles.join(both), plural: titles.map(plural).join(both), places: ids.flatMap(id => types.get(id)!) }
  })
}

function plural(title: string): string {
  if (title === '') return say('places', '地方')
  return say('{}', '{1}', /[^aeiou]y$/.test(title) ? title.slice(0, -1) + 'ies' : title + 's', title)
}

function by_type(report: Report): Map<string, Place[]> {
  const order = [...report.page.types.map(t => t.id), '']
  const types = new Map<string, Place[]>()
  for (const place of report.parts) {
    const list = types.get(place.type)
    if (list) list.push(place)
    else types.set(place.type, [place])
  }
  const rank = (id: string): number => (order.indexOf(id) + order.length) % order.length
  return new Map([...types].sort(([a], [b]) => rank(a) - rank(b) || compare_text(a, b)))
}

/** The indicators that ever had a value in one of the places. */
function measured(report: Report, places: Place[]): string {
  return report.indicators
    .filter(n => places.some(p => report.series(p.name, n.id).some(x => x !== null)))
    .map(n => n.id)
    .join(' ')
}

export function type_title(report: Report, id: string): string {
  const title = report.page.types.find(t => t.id === id)?.title ?? id
  return say('{}', '{1}', title.toLowerCase(), title)
}

/** What the parts are called in a sentence: 43 个街道; 43 places where they are of several types. */
export function parts_word(report: Report): string {
  const titles = new Set(report.parts.map(p => type_title(report, p.type)))
  const [only] = titles
  if (titles.size === 1 && only !== undefined) return plural(only)
  return say('places', titles.has('街道') && titles.has('乡') ? '街乡' : '地方')
}

/** 24 个街道 / 24 subdistricts. */
export function kind_count(kind: Kind, n = kind.places.length): string {
  return say('{} {}', '{} 个{}', n, kind.plural)
}
