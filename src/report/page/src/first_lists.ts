// What fails, by size of the gap; what will fail, by its year; what cannot be judged, with who keeps the figures.
import { decimals_of, figure, fixed, none, percent } from './figures'
import { Html, html } from './html'
import { light_mark } from './light'
import { limit_html, limit_of } from './limit_text'
import type { Figure, NodeInfo, Problem, Reading } from './page'
import { reach_word } from './problem_words'
import type { Report } from './report'
import { href } from './route'
import { sparkline } from './sparkline'
import { year_of } from './time'
import { in_its_tongue } from './tongue'
import { unit_word } from './units'
import { say } from './words'

interface Row {
  node: NodeInfo
  reading: Reading
  problem: Problem | undefined
}

export function first_lists(report: Report, place: string): Html {
  const rows = rows_of(report, place)
  const hard = new Set(report.limits(place).map(l => l.node))
  const red = rows.filter(r => r.reading.light === 'red' && !hard.has(r.node.id)).sort((a, b) => gap_share(b) - gap_share(a))
  const orange = rows.filter(r => r.reading.light === 'orange').sort((a, b) => due_of(report, a) - due_of(report, b))
  const unknown = rows.filter(r => r.reading.light === 'no_data')
  if (red.length + orange.length + unknown.length === 0) return html``
  const aside = html`${orange.length > 0 && off_pace(report, place, orange)}${unknown.length > 0 && missing(report, unknown)}`
  if (red.length === 0) return html`<div>${aside}</div>`
  return html`<div class="two"><div class="scroll">${not_met(report, place, red)}</div><div>${aside}</div></div>`
}

function rows_of(report: Report, place: string): Row[] {
  const problems = new Map<string, Problem>()
  for (const p of report.problems(place)) if (p.state !== 'solved' && !problems.has(p.node)) problems.set(p.node, p)
  return report.indicators.map(node => ({ node, reading: report.reading(place, node.id), problem: problems.get(node.id) }))
}

/** The gap as a share of the limit; beyond all measure where the limit is nought. */
function gap_share({ problem }: Row): number {
  const { gap = null, reference = null } = problem ?? {}
  if (gap === null || reference === null) return -1
  return reference === 0 ? Infinity : Math.abs(gap / reference)
}

function gap_word(row: Row): string {
  const share = gap_share(row)
  if (share < 0) return none
  return share === Infinity ? say('must be 0', '应为 0') : percent(share, 1)
}

function due_of(report: Report, { node }: Row): number {
  return report.info(node.id).target?.year ?? Infinity
}

function not_met(report: Report, place: string, rows: Row[]): Html {
  const { period, history } = report.page
  const heading = report.limits(place).length > 0 ? say('{} more below standard', '另有 {} 项未达标', rows.length) : say('{} below standard', '{} 项未达标', rows.length)
  const years = history.periods.length > 1 ? `${history.periods[0]}–${period.slice(2)}` : ''
  return html`<table class="t fails"><caption>${light_mark('red')}${heading}<small>${say('by size of the gap', '按差距排序')}</small></caption>
<thead><tr><td></td><th scope="col">${say('Indicator', '指标')}</th><th scope="col" class="num">${period}</th><td></td><th scope="col" class="num">${say('Standard', '标准')}</th><th scope="col" class="num m0">${say('Gap', '差距')}</th><th scope="col" class="m0">${years}</th><th scope="col" class="num m0">${say('Since', '始于')}</th><th scope="col" class="num">${say('Met at this pace', '照现速达标')}</th><th scope="col" class="m0">${say('Lead', '牵头')}</th></tr></thead>
<tbody>${rows.map(row => not_met_row(report, place, row))}</tbody></table>`
}

function not_met_row(report: Report, place: string, row: Row): Html {
  const { node, problem } = row
  const info = report.info(node.id)
  const { periods } = report.page.history
  const chart = sparkline({ periods, values: report.series(place, node.id), breaks: info.breaks, limit: problem?.reference ?? null })
  return html`<tr>${named(report, place, row)}<td class="num">${limit_html(limit_of(info))}</td><td class="num m0">${gap_word(row)}</td><td class="m0">${chart}</td><td class="num m0">${problem?.since || none}</td><td class="num">${reach_word(problem?.reach ?? '') || none}</td><td class="keep m0">${in_its_tongue(info.keeper || none)}</td></tr>`
}

function named(report: Report, place: string, { node, reading }: Row): Html {
  const decimals = readable_decimals(report, node.id, reading.value)
  return html`<td class="gl">${light_mark(reading.light, reading.fragile)}</td><th scope="row"><a href="${href('indicator', node.id, { place })}" title="${node.title}">${node.short}</a></th><td class="num"><b>${fixed(reading.value, decimals)}</b></td><td class="u">${unit_word(reading.unit)}</td>`
}

/** Three digits, or as many as tell the value from its limit. */
function readable_decimals(report: Report, id: string, value: Figure): number {
  if (value === null) return 0
  const info = report.info(id)
  const least = Math.max(0, Math.min(3, 2 - Math.floor(Math.log10(Math.abs(value) || 1))))
  const bounds = [info.standard?.floor, info.standard?.cap, info.target?.value].filter(x => x != null)
  const gap = Math.min(...bounds.map(b => Math.abs(value - b)).filter(g => g > 0))
  const needed = Number.isFinite(gap) ? Math.max(0, Math.ceil(1 - Math.log10(gap))) : 0
  return Math.min(3, decimals_of(value), Math.max(least, Math.min(needed, 3)))
}

/** Those that are behind, but at their pace still there in time, are no reason to say that they will miss it. */
function will_miss(report: Report, place: string, row: Row): boolean {
  const { direction, target } = report.info(row.node.id)
  const then = value_when_due(report, place, row)
  return target !== null && then !== null && (direction === 'lower' ? then > target.value : then < target.value)
}

function off_pace(report: Report, place: string, rows: Row[]): Html {
  const heading = rows.every(r => will_miss(report, place, r)) ? say('{} will miss {} target at this pace', '{} 项照现速到期达不到目标', rows.length, rows.length === 1 ? 'its' : 'their') : say('{} behind on the way to {} target', '{} 项规划进度滞后', rows.length, rows.length === 1 ? 'its' : 'their')
  return html`<div class="scroll"><table class="t"><caption>${light_mark('orange')}${heading}<small>${say('by due year', '按到期年排序')}</small></caption>
<thead><tr><td></td><th scope="col">${say('Indicator', '指标')}</th><th scope="col" class="num">${report.page.period}</th><td></td><th scope="col" class="num">${say('Target', '目标')}</th><th scope="col" class="num">${say('Due', '到期')}</th><th scope="col" class="num">${say('By then', '届时')}</th></tr></thead>
<tbody>${rows.map(row => off_pace_row(report, place, row))}</tbody></table></div>`
}

function off_pace_row(report: Report, place: string, row: Row): Html {
  const { target, uncited } = report.info(row.node.id)
  const goal = target === null ? none : html`${figure(target.value)}${uncited.includes('target') && html`<sup>†</sup>`}`
  return html`<tr>${named(report, place, row)}<td class="num">${goal}</td><td class="num">${target?.year ?? none}</td><td class="num">${figure(value_when_due(report, place, row), 3)}</td></tr>`
}

/** Where the trend's line stands in the year that the target is due. */
function value_when_due(report: Report, place: string, { node, reading }: Row): Figure {
  const due = report.info(node.id).target?.year ?? null
  const slope = report.trend(place, node.id)?.sen ?? null
  const now = year_of(report.page.period)
  return due === null || slope === null || reading.value === null || Number.isNaN(now) ? null : reading.value + slope * (due - now)
}

const most_missing = 12 // the list of all is with the departments

function missing(report: Report, rows: Row[]): Html {
  const items = rows.slice(0, most_missing).map(({ node }, k) => {
    const { keeper } = report.info(node.id)
    return html`${k > 0 && say('; ', '；')}<a href="${href('indicator', node.id)}" title="${node.title}">${node.short}</a>${keeper !== '' && html`<small>${say(' (', '（')}${in_its_tongue(keeper)}${say(')', '）')}</small>`}`
  })
  return html`<p class="miss">${light_mark('no_data')}<b>${say('{} without data, not judged', '{} 项缺数，未作判断', rows.length)}</b>${say('  ', '　')}${items}${rest(rows.length - most_missing)}</p>`
}

function rest(count: number): Html {
  return html`${count > 0 && html`<a href="${href('report', '', { at: 'sure' })}">${say('; {} more, by department', '；另 {} 项按部门列出', count)}</a>`}`
}
