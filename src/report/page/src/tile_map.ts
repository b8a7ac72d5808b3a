// One tile a place, near where it lies: row and column of the document.
import { Html, html } from './html'
import { measure_of, shade_of } from './measure'
import type { Place } from './page'
import type { Report } from './report'
import { href } from './route'
import { is_chinese, say } from './words'

/** (0, 0) is where a place without a tile is put. */
function tiled(report: Report): Place[] {
  return report.parts.filter(p => p.row !== 0 || p.column !== 0)
}

export function has_tiles(report: Report): boolean {
  return tiled(report).length > 0
}

/** More than can be told apart, if each had its name. */
export function are_small(report: Report): boolean {
  return tiled(report).length > 200
}

export function tile_map(report: Report): Html {
  const places = tiled(report)
  const pitch = is_chinese() ? 46 : 58
  const left = Math.min(...places.map(p => p.column))
  const top = Math.min(...places.map(p => p.row))
  const width = (Math.max(...places.map(p => p.column)) - left + 1) * pitch
  const height = (Math.max(...places.map(p => p.row)) - top + 1) * 46
  const corner = (p: Place): [number, number] => [(p.column - left) * pitch + 1, (p.row - top) * 46 + 1]
  const tiles = are_small(report) ? small_tiles(report, places, corner, pitch - 2) : places.map(p => tile(report, p, ...corner(p), pitch - 2))
  return html`<svg class="tiles" viewBox="0 0 ${width} ${height}" role="group" aria-label="${say('{}, tile map', '{}，方格图', measure_of(report).title)}">${tiles}</svg>`
}

function tile(report: Report, place: Place, x: number, y: number, width: number): Html {
  const n = measure_of(report).value(place.name)
  const { fill, ink } = shade_of(measure_of(report), n)
  const middle = x + width / 2
  return html`<a href="${href('place', place.name)}" data-place="${place.name}"><rect x="${x}" y="${y}" width="${width}" height="44" rx="2" fill="${fill}"/>
<text x="${middle}" y="${y + 17}" text-anchor="middle" font-size="${is_chinese() ? 12 : 11}" fill="${ink}"${squeezed(place.short, width)}>${clipped(place.short)}</text><text x="${middle}" y="${y + 36}" text-anchor="middle" font-size="15" font-weight="700" fill="${ink}">${n ?? '—'}</text></a>`
}

/** Their colours only, one path a class. */
function small_tiles(report: Report, places: Place[], corner: (place: Place) => [number, number], width: number): Html[] {
  const paths = new Map<string, string>()
  for (const place of places) {
    const { fill } = shade_of(measure_of(report), measure_of(report).value(place.name))
    paths.set(fill, (paths.get(fill) ?? '') + `M${corner(place).join(' ')}h${width}v44h-${width}z`)
  }
  return [...paths].map(([fill, d]) => html`<path d="${d}" fill="${fill}"/>`)
}

const longest = 14

function clipped(name: string): string {
  return name.length > longest ? name.slice(0, longest - 1) + '…' : name
}

/** Names that are wider than their tile are set narrower. */
function squeezed(name: string, width: number): Html {
  const wide = [...clipped(name)].reduce((sum, c) => sum + (c > '\u2e80' ? 12 : 6.2), 0)
  return wide > width - 4 ? html` textLength="${width - 4}" lengthAdjust="spacingAndGlyphs"` : html``
}
