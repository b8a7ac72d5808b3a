// All places on one axis, a line a kind: who stands where, with the medians.
import { figure } from './figures'
import { Html, html } from './html'
import { kind_count, kinds, type Kind } from './kinds'
import { is_judged } from './light'
import { limit_of } from './limit_text'
import { mark_shape } from './mark'
import type { NodeInfo, Place } from './page'
import { values_of } from './peers'
import type { Report } from './report'
import { href } from './route'
import { median } from './statistics'
import { unit_word } from './units'
import { say } from './words'

interface PlaceValue {
  place: Place
  value: number
}

interface Scale {
  from: number
  to: number
  at: (value: number) => string
}

const row_height = 58

export function strip_plot(report: Report, node: NodeInfo, chosen: Place): Html {
  const rows = kinds(report).map(kind => ({ kind, values: values_of(report, kind.places, node.id) })).filter(r => r.values.length > 0)
  const all = rows.flatMap(r => r.values.map(v => v.value))
  if (all.length < 2) return html``
  const judged = rows.some(r => r.values.some(v => is_judged(report.reading(v.place.name, node.id).light)))
  const limit = judged ? limit_of(report.info(node.id)) : undefined
  const line = limit?.floor ?? limit?.cap ?? null
  const scale = scale_of(line === null ? all : [...all, line])
  const height = rows.length * row_height + 22
  return html`<h3 class="sub">${say('{} places: {} to {}, median {} {}', '{} 个地方：{} 至 {}，中位 {} {}', all.length, figure(Math.min(...all), 3), figure(Math.max(...all), 3), figure(median(all)!, 3), unit_word(report.info(node.id).unit))}</h3>
<p class="note">${judged ? how_to_read(report, node, chosen, rows.some(r => r.values.length > most_dots)) : say('Values only: places are not judged by this indicator; a tall line is the median of its line.', '只看数值：此项不判各地方；竖线为本行中位。')}</p><svg class="strip-plot" width="100%" height="${height}" role="group" aria-label="${say('Values of all places, each a link', '各地方的数值，每点一个链接')}">
${line !== null && html`<line x1="${scale.at(line)}" x2="${scale.at(line)}" y2="${height - 20}" stroke="#B4232A"/>`}${rows.map((r, k) => strip(report, r.kind, r.values, node, chosen, scale, k * row_height))}${axis(scale, height)}</svg>`
}

function how_to_read(report: Report, node: NodeInfo, chosen: Place, many: boolean): string {
  const sense = report.info(node.id).direction
  const better = sense === 'higher' ? say('further right is better', '越靠右越好') : sense === 'lower' ? say('further left is better', '越靠左越好') : say('a range: neither end is better', '区间型，两端都不算好')
  const mark = many ? say('A line a place, no lights: there are too many', '地方太多，一线一个，不分灯') : say('A mark a place, by its light', '一点一个地方，形状为灯')
  return say('{}; tall line: median of the line; red: limit; ring around: {}. Raw values: {}.', '{}；长竖线为本行中位，红线为界限，圈出的是{}。原值，{}。', mark, chosen.name, better)
}

function scale_of(values: number[]): Scale {
  const low = Math.min(...values), high = Math.max(...values)
  const room = high > low ? 0.03 * (high - low) : 1
  const [from, to] = [low - room, high + room]
  return { from, to, at: value => (2 + (96 * (value - from)) / (to - from)).toFixed(2) + '%' }
}

function strip(report: Report, kind: Kind, values: PlaceValue[], node: NodeInfo, chosen: Place, scale: Scale, top: number): Html {
  const middle = median(values.map(v => v.value))!
  const y = top + 36
  return html`<text x="0" y="${top + 12}" class="rl">${kind_count(kind, values.length)}</text><line x1="1%" x2="99%" y1="${y}" y2="${y}" stroke="#E6EAEE"/>
<line x1="${scale.at(middle)}" x2="${scale.at(middle)}" y1="${y - 16}" y2="${y + 16}" stroke="#46525E"/>${values.length > most_dots ? ticks(report, values, node, chosen, scale, y) : heights(values, scale).map((offset, k) => dot(report, values[k]!, node, chosen, scale, y + offset))}`
}

const most_dots = 300

/** More than marks can tell apart: a thin line each, and the mark of the chosen place alone. */
function ticks(report: Report, values: PlaceValue[], node: NodeInfo, chosen: Place, scale: Scale, y: number): Html {
  const own = values.find(v => v.place === chosen)
  return html`<g stroke="#56657A" stroke-opacity=".3">${values.map(({ value }) => html`<line x1="${scale.at(value)}" x2="${scale.at(value)}" y1="${y - 9}" y2="${y + 9}"/>`)}</g>${own && dot(report, own, node, chosen, scale, y)}`
}

/** Marks that would cover each other are put above and below the line in turn. */
function heights(values: { value: number }[], { from, to }: Scale): number[] {
  const order = values.map((v, k) => ({ x: (860 * (v.value - from)) / (to - from), k })).sort((a, b) => a.x - b.x)
  const out = values.map(() => 0)
  const levels = [0, -9, 9, -16, 16]
  const last = levels.map(() => -Infinity)
  for (const { x, k } of order) {
    const free = Math.max(0, last.findIndex(at => x - at >= 9))
    last[free] = x
    out[k] = levels[free]!
  }
  return out
}

function dot(report: Report, { place, value }: PlaceValue, node: NodeInfo, chosen: Place, scale: Scale, y: number): Html {
  const ring = place === chosen && '<circle cx="7" cy="7" r="8.5" fill="none" stroke="#17212B" stroke-width="1.6"/>'
  const shape = new Html(`<g transform="translate(-5.6 0) scale(.8)">${mark_shape(report.reading(place.name, node.id))}${ring || ''}</g>`)
  return html`<a href="${href('indicator', node.id, { place: place.name })}" aria-label="${place.name} ${figure(value, 3)}"><svg x="${scale.at(value)}" y="${y - 5.6}" width="12" height="12" overflow="visible">${shape}<title>${place.name} ${figure(value, 3)}</title></svg></a>`
}

function axis({ from, to, at }: Scale, height: number): Html {
  const step = nice((to - from) / 9)
  const ticks: number[] = []
  for (let t = Math.ceil(from / step) * step; t <= to + 1e-9 * step; t += step) ticks.push(Number(t.toPrecision(10)))
  return html`${ticks.map(t => html`<line x1="${at(t)}" x2="${at(t)}" y1="${height - 20}" y2="${height - 16}" stroke="#46525E"/><text x="${at(t)}" y="${height - 3}" text-anchor="middle" class="rs">${figure(t, 6)}</text>`)}`
}

/** 1, 2 or 5 times a power of ten. */
function nice(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  return power * ([1, 2, 5, 10].find(m => m * power >= step) ?? 10)
}
