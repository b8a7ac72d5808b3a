// The rows of a sheet, as a laboratory writes them: item, result, above or below the reference, the reference and its kind.
import { none } from './figures'
import { Html, html } from './html'
import { is_chinese, say } from './words'
import { mark } from './mark'
import type { Place } from './page'
import type { Report } from './report'
import { distance, reference_text, shown, type Item, type ReferenceKind } from './sheet_items'
import { is_common } from './shared_problems'
import { sparkline } from './sparkline'
import { unit_word } from './units'

export function abnormal_table(report: Report, place: Place, items: Item[]): Html {
  const peers = items.some(i => i.reading.peers_median !== null || i.reading.rank !== null)
  const head = html`<thead><tr><td></td><td></td>${title_cell()}<th scope="col" class="num">${say('Result', '结果')}</th><th scope="col" class="hint">${say('Hint', '提示')}</th><th scope="col" class="m0">${say('Unit', '单位')}</th>
<th scope="col" class="num">${say('Reference', '参考范围')}</th><th scope="col" class="num">${last_word()}</th>${peers && html`<th scope="col" class="num m0">${median_word()}</th><th scope="col" class="num m0">${say('Rank', '名次')}</th>`}<th scope="col" class="m0">${span(report)}</th><th scope="col" class="m0">${say('Extent', '性质')}</th></tr></thead>`
  return html`<div class="wide"><table class="l"><caption class="unseen">${say('Abnormal items', '异常项目')}</caption>${head}<tbody>${items.map((item, k) => abnormal_row(report, place, item, k + 1, peers))}</tbody></table></div>`
}

function abnormal_row(report: Report, place: Place, item: Item, number: number, peers: boolean): Html {
  const { reading, node, info } = item
  const limit = item.reference?.limit
  const { periods } = report.page.history
  const chart = sparkline({ periods, values: report.series(place.name, node.id), breaks: info.breaks, limit: item.reference?.kind === 'peers' ? null : limit?.floor ?? limit?.cap ?? null, height: 15 })
  return html`<tr class="${reading.light}"><td class="num u">${number}</td><td>${mark(reading)}</td>${name_cell(item)}${result_cell(item)}<td class="hint">${hint(item)}</td><td class="u m0">${unit_word(reading.unit)}</td>
<td class="num">${reference(item)}</td><td class="num">${before(item)}</td>${peers && html`<td class="num m0">${shown(item, reading.peers_median)}</td><td class="num m0">${reading.rank === null ? none : `${reading.rank}/${reading.of}`}</td>`}<td class="m0">${chart}</td><td class="u m0">${extent(item)}</td></tr>`
}

export function watch_table(items: Item[]): Html {
  const peers = items.some(i => i.reading.peers_median !== null)
  const head = html`<thead><tr><td></td>${title_cell()}<th scope="col" class="num">${say('Result', '结果')}</th><th scope="col" class="num">${say('Target', '目标')}</th><th scope="col" class="num">${last_word()}</th>${peers && html`<th scope="col" class="num m0">${say('Median', '中位')}</th>`}</tr></thead>`
  const row = (item: Item): Html =>
    html`<tr><td>${mark(item.reading)}</td>${name_cell(item)}${result_cell(item)}<td class="num">${limit(item)}</td><td class="num">${before(item)}</td>${peers && html`<td class="num m0">${shown(item, item.reading.peers_median)}</td>`}</tr>`
  const half = Math.ceil(items.length / 2)
  const columns = [items.slice(0, half), items.slice(half)].filter(c => c.length > 0)
  return html`<div class="halves">${columns.map(c => html`<table class="l"><caption class="unseen">${say('Watch', '关注项目')}</caption>${head}<tbody>${c.map(row)}</tbody></table>`)}</div>`
}

/** For paragraphs: name, value and, unless it has to be brief, what it is held against. */
export function item_text(item: Item, brief: boolean): Html {
  const unit = unit_word(item.reading.unit)
  return html`<span class="one">${item.node.short} <b>${shown(item, item.reading.value)}</b>${unit === '' ? '' : ' ' + unit}${!brief && item.reference && html` <span class="against">(${limit(item)})</span>`}</span>`
}

// ---- cells ----

function title_cell(): Html {
  return html`<th scope="col">${say('Item', '项目')}</th>`
}

function last_word(): string {
  return say('Last yr', '上年')
}

function median_word(): string {
  return say('Median', '同类中位')
}

function span(report: Report): string {
  const { periods } = report.page.history
  return periods.length > 1 ? `${periods[0]}–${periods.at(-1)}` : periods[0] ?? ''
}

function name_cell({ node }: Item): Html {
  return html`<th scope="row">${node.short}</th>`
}

function result_cell(item: Item): Html {
  return html`<td class="num res">${shown(item, item.reading.value)}</td>`
}

/** ↑ above, ↓ below the reference; never a trend. */
function hint(item: Item): Html {
  const gap = distance(item)
  if (gap === 0) return html``
  const word = gap > 0 ? say('above the reference', '高于参考范围') : say('below the reference', '低于参考范围')
  return html`<span role="img" aria-label="${word}">${gap > 0 ? '↑' : '↓'}</span>`
}

function limit(item: Item): Html {
  return html`${reference_text(item)}${item.reference?.limit.uncited && html`<sup>†</sup>`}`
}

function reference(item: Item): Html {
  if (item.reference === undefined) return html`${none}`
  return html`${limit(item)}<i title="${kind_word(item.reference.kind)}">${kind_letter(item.reference.kind)}</i>`
}

const letters: Record<ReferenceKind, [string, string]> = { standard: ['S', '标'], target: ['P', '规'], light: ['L', '灯'], peers: ['Q', '同'] }

export function kind_letter(kind: ReferenceKind): string {
  return letters[kind][is_chinese() ? 1 : 0]
}

export function kind_word(kind: ReferenceKind): string {
  switch (kind) {
    case 'standard':
      return say('standard', '标准')
    case 'target':
      return say('planned target', '规划目标')
    case 'light':
      return say("the framework's limit", '体系自定界限')
    case 'peers':
      return say('best three quarters of peers', '同类前四分之三')
  }
}

function before(item: Item): string {
  return item.before === null ? say('n/a', '缺') : shown(item, item.before)
}

/** In how many places the same is not met: common from two thirds, isolated below a third. */
function extent({ reading, shared }: Item): string {
  if (reading.light !== 'red' || shared === undefined) return ''
  const { n, judged } = shared
  const word = is_common(shared) ? say('common', '共性') : 3 * n < judged ? say('isolated', '个别') : say('partial', '部分')
  return `${word} ${n}/${judged}`
}
