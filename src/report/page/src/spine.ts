// The spine chart of a place: each value among its peers, the median in the middle, the better side on the right.
import { fixed, none } from './figures'
import { Html, html } from './html'
import { limit_html, limit_of } from './limit_text'
import { is_abnormal, mark, mark_rank, mark_shape } from './mark'
import type { Figure, IndicatorInfo, NodeInfo, Place, Reading } from './page'
import { peers_of, values_of } from './peers'
import type { Report } from './report'
import { href } from './route'
import { sparkline } from './sparkline'
import { unit_word } from './units'
import { say } from './words'

interface SpineRow {
  node: NodeInfo
  info: IndicatorInfo
  reading: Reading
}

/** The indicators that a place has, worst first. */
export function spine_rows(report: Report, place: Place): SpineRow[] {
  return report.indicators
    .map(node => ({ node, info: report.info(node.id), reading: report.reading(place.name, node.id) }))
    .filter(r => r.reading.light !== 'not_applicable')
    .sort((a, b) => mark_rank(a.reading) - mark_rank(b.reading))
}

/** The chart with as many categories as a screen has room for, and the rows of the others. */
export interface Spine {
  chart: Html
  rest: Html
}

const at_once = 14 // rows

export function spine(report: Report, place: Place): Spine {
  const rows = spine_rows(report, place)
  const blocks = [...new Set(report.indicators.map(n => report.top(n)))]
    .map(top => ({ top, rows: rows.filter(r => report.top(r.node) === top) }))
    .filter(b => b.rows.length > 0)
    .sort((a, b) => mark_rank(a.rows[0]!.reading) - mark_rank(b.rows[0]!.reading) || abnormal(b.rows) - abnormal(a.rows))
  const peers = peers_of(report, place)
  let drawn = 0
  const soon = blocks.filter(b => (drawn += b.rows.length) - b.rows.length < at_once)
  const bodies = (some: typeof blocks): Html[] => some.map(b => body(report, place, peers, b.top, b.rows))
  return {
    chart: html`<div class="scroll"><table class="t sp"><caption class="unseen">${say('Every indicator of {} among its peers', '{}各项指标在同类中的位置', place.name)}</caption>${head(report)}${bodies(soon)}</table></div>`,
    rest: html`${bodies(blocks.slice(soon.length))}`
  }
}

function body(report: Report, place: Place, peers: Place[], top: NodeInfo, rows: SpineRow[]): Html {
  return html`<tbody class="${abnormal(rows) > 0 ? '' : 'fine'}"><tr class="ch"><th colspan="9" scope="rowgroup">${top.title}</th></tr>${rows.map(r => row(report, place, peers, r))}</tbody>`
}

function abnormal(rows: SpineRow[]): number {
  return rows.filter(r => is_abnormal(r.reading)).length
}

function head(report: Report): Html {
  const { periods } = report.page.history
  const span = periods.length > 1 ? `${periods[0]}–${periods[periods.length - 1]!.slice(2)}` : periods[0] ?? ''
  const ends = html`<svg width="100%" height="14" class="ax" aria-hidden="true"><text x="0" y="11">${say('← worse', '← 较差')}</text><text x="50%" y="11" text-anchor="middle">${say("peers' median", '同类中位')}</text><text x="100%" y="11" text-anchor="end">${say('better →', '较好 →')}</text></svg>`
  return html`<thead><tr><td></td><th scope="col">${say('Indicator', '指标')}</th><th scope="col" class="num">${report.page.period}</th><td></td><th scope="col" class="num">${say('Standard · target', '标准·目标')}</th><th scope="col" class="num">${say('Median', '同类中位')}</th>
<th scope="col" class="spc"><span class="unseen">${say('Position among peers', '在同类中的位置')}</span>${ends}</th><th scope="col" class="num">${say('Rank', '同类名次')}</th><th scope="col">${span}</th></tr></thead>`
}

function row(report: Report, place: Place, peers: Place[], { node, info, reading }: SpineRow): Html {
  const limit = limit_of(info)
  const decimals = decimals_for([reading.value, reading.peers_median], [limit?.floor ?? null, limit?.cap ?? null])
  const { history } = report.page
  return html`<tr class="${is_abnormal(reading) ? 'ab' : ''}"><td class="gl">${mark(reading)}</td><th scope="row"><a href="${href('indicator', node.id, { place: place.name })}">${node.short}</a></th>
<td class="num v"><b>${fixed(reading.value, decimals)}</b></td><td class="u">${unit_word(reading.unit)}</td><td class="num ref">${limit_html(limit)}</td><td class="num med">${fixed(reading.peers_median, decimals)}</td>
<td class="spc">${position(report, peers, { node, info, reading })}</td><td class="num rk">${reading.rank === null ? none : `${reading.rank}/${reading.of}`}</td>
<td class="spk">${sparkline({ periods: history.periods, values: report.series(place.name, node.id), breaks: info.breaks, width: 64 })}</td></tr>`
}

/** Three digits of the smallest, more where a value would else look the same as its limit. */
export function decimals_for(values: Figure[], limits: Figure[] = []): number {
  const known = values.filter(v => v !== null)
  const small = Math.min(...known.filter(v => v !== 0).map(Math.abs))
  if (!Number.isFinite(small)) return 0
  let decimals = known.every(Number.isInteger) ? 0 : Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(small))))
  const same = (v: number): boolean => limits.some(l => l !== null && l !== v && Number(v.toFixed(decimals)) === l)
  while (decimals < 4 && known.some(same)) decimals++
  return decimals
}

// ---- the bar ----

/** A sentence where there is nothing to draw. */
function position(report: Report, peers: Place[], row: SpineRow): Html {
  const say_so = (text: string): Html => html`<span class="few">${text}</span>`
  const { value, peers_median, lower_quartile, upper_quartile } = row.reading
  if (value === null) return say_so(say('No data this period', '本年缺数'))
  if (row.info.direction === 'range') return say_so(say('A range: neither end is better', '区间型，不比高低'))
  const values = values_of(report, peers, row.node.id).map(v => v.value)
  const least = Math.min(...values), most = Math.max(...values)
  if (peers_median === null || values.length < 2) return say_so(say('No peers to compare with', '没有可比的同类'))
  if (least === most) return say_so(say('All peers are equal', '同类全部相同，不作强弱项'))
  const half = Math.max(peers_median - least, most - peers_median)
  const sense = row.info.direction === 'lower' ? -1 : 1
  const x = (v: number): number => 50 + (sense * 48 * (v - peers_median)) / half
  const quartiles = lower_quartile !== null && upper_quartile !== null && band(x(lower_quartile), x(upper_quartile), '#BBC5CE')
  return html`<svg width="100%" height="20" aria-hidden="true">${band(x(least), x(most), '#E6EAEE')}${quartiles}<line x1="50%" x2="50%" y2="20" stroke="#46525E"/>${limit_tick(row, x)}${whole_mark(report, row, x)}${at(x(value), mark_shape(row.reading))}</svg>`
}

function band(a: number, b: number, fill: string): Html {
  return html`<rect x="${Math.min(a, b).toFixed(1)}%" width="${Math.abs(b - a).toFixed(1)}%" y="6" height="8" fill="${fill}"/>`
}

function limit_tick({ info }: SpineRow, x: (v: number) => number): Html | false {
  const limit = limit_of(info)
  const value = limit?.kind === 'standard' ? limit.floor ?? limit.cap : null
  if (value === null || x(value) < 0 || x(value) > 100) return false
  return html`<line x1="${x(value).toFixed(1)}%" x2="${x(value).toFixed(1)}%" y1="2" y2="18" stroke="#B4232A" stroke-width="1.8"/>`
}

/** The whole's value, for rates only: a count of the whole stands beside no count of a part. */
function whole_mark(report: Report, { node, reading }: SpineRow, x: (v: number) => number): Html | false {
  if (!report.whole) return false
  const { value, unit } = report.reading(report.whole.name, node.id)
  if (value === null || !/[%‰/]|per /.test(unit) || unit !== reading.unit || x(value) < 0 || x(value) > 100) return false
  return at(x(value), '<path d="M7 3 11 7 7 11 3 7Z" fill="#fff" stroke="#17212B" stroke-width="1.2"/>')
}

function at(percent: number, shape: string): Html {
  return new Html(`<svg x="${percent.toFixed(1)}%" y="3" width="14" height="14" overflow="visible"><g transform="translate(-7 0)">${shape}</g></svg>`)
}
