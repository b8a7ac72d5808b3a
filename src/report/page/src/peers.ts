// Whom a place is compared with. The document says how many they were; who they were follows from that.
import { kinds } from './kinds'
import type { Figure, Place } from './page'
import type { Report } from './report'

/** All parts, or those of its kind or type where the program compared no more than these. The place itself is one. */
export function peers_of(report: Report, place: Place): Place[] {
  if (!report.parts.includes(place)) return []
  const most = Math.max(0, ...Object.values(report.readings.get(place.name)!.indicators).map(r => r.of ?? 0))
  const kind = kinds(report).find(k => k.places.includes(place))?.places ?? []
  const type = kind.filter(p => p.type === place.type)
  return [type, kind].find(places => places.length >= most) ?? report.parts
}

/** What is known of an indicator in these places. */
export function values_of(report: Report, places: Place[], indicator: string): { place: Place; value: number }[] {
  const of = (place: Place): Figure => report.reading(place.name, indicator).value
  return places.flatMap(place => {
    const value = of(place)
    return value === null ? [] : [{ place, value }]
  })
}
