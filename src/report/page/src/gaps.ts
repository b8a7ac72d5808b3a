// Which departments' figures are missing.
import { none, percent } from './figures'
import { Html, html } from './html'
import { light_mark } from './light'
import type { NodeInfo } from './page'
import type { Report } from './report'
import { place_name } from './place_name'
import { light_at } from './tally'
import { in_its_tongue } from './tongue'
import { listed, say } from './words'

export interface Gap {
  keeper: string
  due: number // readings that apply, over all places
  missing: number
  before: number
  whole: NodeInfo[] // missing for the whole, so not judged
  parts: { node: NodeInfo; n: number }[] // most missing among the places first
}

/** Most missing first. */
export function gaps_of(report: Report): Gap[] {
  const gaps = new Map<string, Gap>()
  for (const node of report.indicators) {
    const { keeper } = report.info(node.id)
    const gap = gaps.get(keeper) ?? { keeper, due: 0, missing: 0, before: 0, whole: [], parts: [] }
    gaps.set(keeper, gap)
    count(report, node, gap)
  }
  for (const gap of gaps.values()) gap.parts.sort((a, b) => b.n - a.n)
  return [...gaps.values()].sort((a, b) => b.missing - a.missing)
}

function count(report: Report, node: NodeInfo, gap: Gap): void {
  let in_parts = 0
  for (const { name } of report.page.places) {
    const { light } = report.reading(name, node.id)
    if (light !== 'not_applicable') gap.due++
    if (light_at(report, name, node.id, report.page.last_period) === 'no_data') gap.before++
    if (light !== 'no_data') continue
    gap.missing++
    if (name === report.whole?.name) gap.whole.push(node)
    else in_parts++
  }
  if (in_parts > 0) gap.parts.push({ node, n: in_parts })
}

const most_rows = 10

export function gaps_table(report: Report, all: Gap[]): Html {
  const gaps = all.filter(g => g.missing > 0)
  if (gaps.length === 0) return html``
  const shown = gaps.slice(0, most_rows)
  const parts = report.parts.length > 0
  return html`<div class="scroll"><table class="t gaps"><caption class="unseen">${say('Missing figures by department', '各部门缺报的数')}</caption>
<thead><tr><th scope="col">${say('Department', '部门')}</th><th scope="col" class="num">${say('Due', '应报')}</th><th scope="col" class="num">${say('Missing', '未报')}</th><td class="m0"></td><th scope="col" class="num m0">${say('Share', '缺报率')}</th><th scope="col" class="num m0">${say('Last', '上次')}</th>${report.whole && html`<th scope="col">${say('{} lacks (not judged)', '{}缺项（不能判断）', place_name(report.whole))}</th>`}${parts && html`<th scope="col" class="m0">${say('Places lack most', '各地方缺得最多的')}</th>`}</tr></thead>
<tbody>${shown.map(g => gap_row(report, g, gaps[0]!.missing))}${rest_row(report, gaps.slice(most_rows))}</tbody></table></div>`
}

function gap_row(report: Report, gap: Gap, most: number): Html {
  const { keeper, due, missing, before, whole, parts } = gap
  const lacks = whole.length === 0 ? none : html`${light_mark('no_data', false, undefined, 12)} ${listed(whole.map(n => n.short))}`
  const most_missing = parts.slice(0, 2).map(p => say('{} ({})', '{}（{}）', p.node.short, p.n))
  return html`<tr><th scope="row">${keeper === '' ? say('nobody named', '未写明') : in_its_tongue(keeper)}</th><td class="num">${due}</td><td class="num"><b>${missing}</b></td><td class="length m0"><svg width="100%" height="14" aria-hidden="true"><rect y="3" width="${(100 * missing) / most}%" height="8" fill="#56657A"/></svg></td><td class="num m0">${percent(due === 0 ? null : missing / due, 1)}</td><td class="num u m0">${before}</td>${report.whole && html`<td class="lacks">${lacks}</td>`}${report.parts.length > 0 && html`<td class="u lacks m0">${listed(most_missing)}</td>`}</tr>`
}

function rest_row(report: Report, rest: Gap[]): Html {
  if (rest.length === 0) return html``
  const missing = rest.reduce((s, g) => s + g.missing, 0)
  const lacks = rest.flatMap(g => g.whole.map(n => n.short))
  return html`<tr><th scope="row" class="u">${say('{} others', '其余 {} 个部门', rest.length)}</th><td></td><td class="num">${missing}</td><td class="m0"></td><td class="m0"></td><td class="m0"></td>${report.whole && html`<td>${listed(lacks) || none}</td>`}${report.parts.length > 0 && html`<td class="m0"></td>`}</tr>`
}
