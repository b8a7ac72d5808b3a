// The map of boundaries: the measure and the classes of the tile map.
import { burdens } from './burden'
import { Html, html } from './html'
import { measure_of, shade_of } from './measure'
import type { MapFeature } from './page'
import type { Report } from './report'
import { href } from './route'
import { say } from './words'

type Point = [number, number]
type Ring = Point[]

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function box_of(rings: Ring[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const ring of rings)
    for (const [x, y] of ring) {
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  return { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top }
}

export function area_map(report: Report, features: MapFeature[]): Html {
  const known = features.filter(f => burdens(report).has(f.place))
  const box = box_of(known.flatMap(f => f.rings))
  const scale = 460 / Math.max(box.width, 1e-12)
  const onto = (ring: Ring): Ring => ring.map(([x, y]) => [(x - box.x) * scale, (y - box.y) * scale])
  const drawn = known.map(f => ({ place: f.place, rings: f.rings.map(onto) }))
  const shapes = drawn.map(f => shape(report, f))
  const numbers = drawn.map(f => number(report, f))
  return html`<svg class="map" viewBox="-2 -2 464 ${(box.height * scale + 4).toFixed(0)}" role="group" aria-label="${say('{}, map; the numbers are in the tile map and the ranking', '{}，地图；数字见方格图和名次表', measure_of(report).title)}">${shapes}${numbers}</svg>`
}

function shape(report: Report, { place, rings }: MapFeature): Html {
  const measure = measure_of(report)
  const n = measure.value(place)
  const path = rings.map(r => 'M' + r.map(([x, y]) => x.toFixed(1) + ' ' + y.toFixed(1)).join('L') + 'Z').join('')
  return html`<a href="${href('place', place)}" tabindex="-1" data-place="${place}"><path d="${path}" fill="${shade_of(measure, n).fill}" fill-rule="evenodd" stroke="${n === undefined ? '#7A8691' : '#fff'}" stroke-width="1.4"/><title>${place} ${n ?? '—'}</title></a>`
}

/** In the widest part of the shape; none where it does not fit. */
function number(report: Report, { place, rings }: MapFeature): Html {
  const measure = measure_of(report)
  const n = measure.value(place)
  if (n === undefined) return html``
  const [x, y, width] = widest(rings)
  if (width < 12 + 9 * String(n).length) return html``
  return html`<text x="${x.toFixed(0)}" y="${(y + 5).toFixed(0)}" text-anchor="middle" font-size="15" fill="${shade_of(measure, n).ink}" pointer-events="none">${n}</text>`
}

/** Middle and width of the widest line through the inner three fifths of the shape. */
function widest(rings: Ring[]): [number, number, number] {
  const box = box_of(rings)
  let best: [number, number, number] = [box.x, box.y, 0]
  if (box.height < 16) return best
  for (let k = 4; k <= 16; k++) {
    const y = box.y + (box.height * k) / 20
    const cuts = rings.flatMap(r => crossings(r, y)).sort((a, b) => a - b)
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const width = cuts[i + 1]! - cuts[i]!
      if (width > best[2]) best = [(cuts[i]! + cuts[i + 1]!) / 2, y, width]
    }
  }
  return best
}

function crossings(ring: Ring, y: number): number[] {
  const found: number[] = []
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i]!
    const [x2, y2] = ring[i + 1]!
    if (y1 <= y !== y2 <= y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
  }
  return found
}
