// Problems one by one: what was found, one light a check, what became of it, until when, whose it is.
import { fixed, none } from './figures'
import { Html, html } from './html'
import { light_mark, light_shape, light_word, severity } from './light'
import { limit_html, limit_of } from './limit_text'
import type { Problem, Reading } from './page'
import { reach_word, state_word } from './problem_words'
import type { Report } from './report'
import { href } from './route'
import { light_at } from './tally'
import { in_its_tongue } from './tongue'
import { say } from './words'

const step = 21
const most_checks = 10

/** The last ones, so many as the column holds. */
function checks(report: Report): string[] {
  return report.page.history.periods.slice(-most_checks)
}

export function ledger(report: Report, problems: Problem[]): Html {
  return html`<table class="t ledger"><caption class="unseen">${say('Ledger of problems', '问题台账')}</caption>
<thead><tr><th scope="col" class="num">${say('No.', '号')}</th><td></td><th scope="col">${say('Problem', '问题')}</th><th scope="col">${say('Finding', '描述')}</th><td>${axis(report)}</td><th scope="col">${say('State', '状态')}</th><th scope="col" class="num">${say('Met at this pace', '照现速达标')}</th><th scope="col">${say('Lead', '牵头')}</th><th scope="col">${say('Deadline', '完成时限')}<small>${say('to be filled in', '部门填')}</small></th></tr></thead>
<tbody>${problems.map((p, k) => ledger_row(report, p, k + 1))}</tbody></table>`
}

function ledger_row(report: Report, problem: Problem, number: number): Html {
  const { place, node, severity: light, finding, reach, keeper } = problem
  const known = report.nodes.get(node)
  const category = known ? report.top(known).short : problem.category
  const fragile = known?.level === 'indicator' && report.reading(place, node).fragile
  return html`<tr><td class="num u number">${String(number).padStart(2, '0')}</td><td class="gl">${light_mark(light, fragile)}</td><th scope="row"><a href="${href('indicator', node, { place })}" title="${problem.title}">${known?.short ?? problem.title}</a><small>${category}</small></th><td class="finding">${finding}</td><td class="checks">${life(report, problem)}</td><td class="become">${state(problem)}</td><td class="num reach">${reach_word(reach) || none}</td><td class="keep">${in_its_tongue(keeper || none)}</td><td class="blank"></td></tr>`
}

function state({ state, since }: Problem): Html {
  const year = since === '' || state === 'solved' ? '' : say(' since {}', '　{} 年起', since)
  return html`<b class="is-${state}">${state_word(state)}</b><span class="u">${year}</span>`
}

function axis(report: Report): Html {
  const all = checks(report)
  return html`<svg class="ledger-axis" width="${step * all.length}" height="14" aria-hidden="true">${all.map((p, k) => html`<text x="${step * (k + 0.5)}" y="11" text-anchor="middle">${p.slice(2)}</text>`)}</svg>`
}

/** The indicator's light at every check. */
function life(report: Report, { place, node }: Problem): Html {
  const all = checks(report).map(period => ({ period, light: light_at(report, place, node, period) }))
  const words = all.map(c => `${c.period} ${light_word(c.light)}`).join(' ')
  return html`<svg class="life" width="${step * all.length}" height="18" role="img" aria-label="${words}">${all.map((c, k) => html`<g transform="translate(${step * (k + 0.5) - 7} 2)">${new Html(light_shape(c.light))}</g>`)}</svg>`
}

const most_rows = 20

/** What came back or is new in the places, worst first. */
export function again_table(report: Report, problems: Problem[]): Html {
  const all = problems.filter(p => p.state === 'new' || p.state === 'relapsed')
  all.sort((a, b) => severity(a.severity) - severity(b.severity) || Number(b.state === 'relapsed') - Number(a.state === 'relapsed'))
  if (all.length === 0) return html``
  const { period, last_period } = report.page
  const more = all.length > most_rows && html`<p class="note">${say('{} more stand with their places.', '另有 {} 个，见各地方的页。', all.length - most_rows)}</p>`
  return html`<div class="again"><div class="scroll"><table class="t"><caption>${say('New and relapsed in the places', '各地方的新增与反弹')}<small>${all.length}</small></caption>
<thead><tr><td></td><th scope="col">${say('State', '状态')}</th><th scope="col">${say('Place', '地方')}</th><th scope="col">${say('Indicator', '指标')}</th><th scope="col" class="num">${last_period}</th><th scope="col" class="num">${period}</th><th scope="col" class="num">${say('Standard · target', '标准·目标')}</th><td class="m0">${axis(report)}</td></tr></thead>
<tbody>${all.slice(0, most_rows).map(p => again_row(report, p))}</tbody></table></div>${more}</div>`
}

/** With its year, where it is not the last one's. */
function value_before(report: Report, { last_year, last_period }: Reading): string {
  return fixed(last_year, 2) + (last_year === null || last_period === report.page.last_period ? '' : say(' ({})', '（{}）', last_period))
}

function again_row(report: Report, problem: Problem): Html {
  const { place, node, state, severity: light } = problem
  const reading = report.reading(place, node)
  const short = report.nodes.get(node)!.short
  return html`<tr><td class="gl">${light_mark(light, reading.fragile)}</td><td class="keep"><b class="is-${state}">${state_word(state)}</b></td><th scope="row"><a href="${href('place', place)}">${report.places.get(place)?.short ?? place}</a></th><td><a href="${href('indicator', node, { place })}" title="${problem.title}">${short}</a></td><td class="num">${value_before(report, reading)}</td><td class="num"><b>${fixed(reading.value, 2)}</b></td><td class="num">${limit_html(limit_of(report.info(node)))}</td><td class="m0">${life(report, problem)}</td></tr>`
}
