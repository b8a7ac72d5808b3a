// Where a place lies among the others: the boundaries, or the tiles without them. Drawn once, used by each sheet.
import { Html, html } from './html'
import type { MapFeature, Place } from './page'
import type { Report } from './report'
import { say } from './words'

const size = 600 // of the longer side
const most = 200 // places; more are too small to find one's own

export class Locator {
  private readonly paths = new Map<string, string>()

  constructor(report: Report) {
    if (report.parts.length > most) return
    const names = new Set(report.parts.map(p => p.name))
    const features = (report.page.map?.features ?? []).filter(f => names.has(f.place))
    const drawn = features.length > 0 ? features : report.parts.filter(p => p.row !== 0 || p.column !== 0).map(tile)
    const onto = projection(drawn)
    for (const { place, rings } of drawn) this.paths.set(place, rings.map(ring => 'M' + ring.map(onto).join('L') + 'Z').join(''))
  }

  /** To stand once in the page, before the sheets. */
  get definitions(): Html {
    const paths = [...this.paths.values()].map((d, k) => html`<path id="place-${k}" fill-rule="evenodd" d="${d}"/>`)
    return html`<svg class="definitions" width="0" height="0" aria-hidden="true"><defs><g id="all-places" fill="#DDE2E7" stroke="#fff" stroke-width="3">${paths}</g></defs></svg>`
  }

  /** The place in ink among the others; the whole is all of them. */
  picture(place: Place, whole: boolean): Html {
    const k = [...this.paths.keys()].indexOf(place.name)
    if (this.paths.size === 0 || (k < 0 && !whole)) return html``
    const own = whole ? html`<use href="#all-places" style="filter:brightness(.6)"/>` : html`<use href="#place-${k}" fill="#17212B"/>`
    return html`<svg class="locator" viewBox="0 0 ${size} ${size}" role="img" aria-label="${say('Where it lies', '所在位置')}"><use href="#all-places"/>${own}</svg>`
  }
}

function tile({ name, row, column }: Place): MapFeature {
  return { place: name, rings: [[[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]]] }
}

type Point = [number, number]

/** Into the middle of a square. */
function projection(features: MapFeature[]): (point: Point) => string {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { rings } of features)
    for (const ring of rings)
      for (const [x, y] of ring) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
  const scale = size / Math.max(right - left, bottom - top, 1e-12)
  const [dx, dy] = [(size - (right - left) * scale) / 2, (size - (bottom - top) * scale) / 2]
  return ([x, y]) => `${Math.round((x - left) * scale + dx)} ${Math.round((y - top) * scale + dy)}`
}
