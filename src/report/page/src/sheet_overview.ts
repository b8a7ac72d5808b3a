// All categories of a place in two columns: one mark an item, the abnormal first; scores for orientation.
import { fixed } from './figures'
import { Html, html } from './html'
import { is_abnormal, mark_rank, mark_shape, mark_word } from './mark'
import type { Figure, NodeInfo, Place } from './page'
import { peers_of } from './peers'
import type { Report } from './report'
import type { Item, Items } from './sheet_items'
import { median } from './statistics'
import { is_chinese, say } from './words'

interface Row {
  category: NodeInfo
  own: Item[]
  median: Figure // of the peers' scores
}

export function overview(report: Report, place: Place, items: Items): Html {
  const peers = place === report.whole ? [] : peers_of(report, place)
  const rows = report.categories
    .map(category => ({ category, own: items.all.filter(i => report.top(i.node) === category), median: median_score(report, peers, category) }))
    .filter(r => r.own.length > 0)
  const compared = rows.some(r => r.median !== null)
  const half = Math.ceil(rows.length / 2)
  const columns = [rows.slice(0, half), rows.slice(half)].filter(c => c.length > 0)
  return html`<div class="halves">${columns.map(c => html`<table class="l kinds"><caption class="unseen">${say('By category', '各类一览')}</caption>${head(compared)}<tbody>${c.map(r => row(report, place, r, compared))}</tbody></table>`)}</div>`
}

function head(compared: boolean): Html {
  const words = [say('Done', '检/应'), say('Abn.', '异常'), say('Score', '得分'), compared && say('Median', '中位'), say('Last yr', '上年')].filter(w => w !== false)
  return html`<thead><tr><th scope="col">${say('Category', '类别')}</th><td></td>${words.map(w => html`<th scope="col" class="num">${w}</th>`)}</tr></thead>`
}

function row(report: Report, place: Place, { category, own, median }: Row, compared: boolean): Html {
  const { score, last_year } = report.category(place.name, category.id)
  const measured = own.filter(i => i.reading.light !== 'no_data').length
  const abnormal = own.filter(i => is_abnormal(i.reading)).length
  return html`<tr><th scope="row">${category.short}</th><td>${strip(own)}</td><td class="num">${measured}/${own.length}</td><td class="num">${abnormal > 0 ? html`<b>${abnormal}</b>` : 0}</td>
<td class="num">${fixed(score, 1)}</td>${compared && html`<td class="num">${fixed(median, 1)}</td>`}<td class="num">${fixed(last_year, 1)}</td></tr>`
}

function median_score(report: Report, peers: Place[], category: NodeInfo): Figure {
  const scores = peers.map(p => report.category(p.name, category.id).score).filter(s => s !== null)
  return median(scores) ?? null
}

const pitch = 9

function strip(own: Item[]): Html {
  const most = is_chinese() ? 10 : 8 // a line; English names need the room
  const sorted = [...own].sort((a, b) => mark_rank(a.reading) - mark_rank(b.reading))
  const lines = Math.ceil(sorted.length / most)
  const glyphs = sorted.map(({ reading }, k) => `<g transform="translate(${(k % most) * pitch} ${10 * Math.floor(k / most)}) scale(.64)">${mark_shape(reading)}</g>`)
  const words = sorted.map(i => mark_word(i.reading)).join(say(', ', '、'))
  return html`<svg class="strip" width="${Math.min(sorted.length, most) * pitch}" height="${10 * lines}" role="img" aria-label="${words}">${new Html(glyphs.join(''))}</svg>`
}
