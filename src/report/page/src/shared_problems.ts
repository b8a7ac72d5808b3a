// The same problem in how many places: one row an indicator that is not met somewhere.
import { Html, html } from './html'
import { kinds, parts_word, type_title, type Kind } from './kinds'
import { is_judged } from './light'
import type { NodeInfo, Place } from './page'
import type { Report } from './report'
import { href } from './route'
import { say } from './words'

interface Share {
  n: number
  judged: number
}

export interface SharedProblem extends Share {
  node: NodeInfo
  by_kind: Share[]
}

function share(report: Report, places: Place[], indicator: string): Share {
  const lights = places.map(p => report.reading(p.name, indicator).light)
  return { n: lights.filter(l => l === 'red').length, judged: lights.filter(is_judged).length }
}

/** Most places first. */
export function shared_problems(report: Report): SharedProblem[] {
  return report.indicators
    .map(node => ({ node, ...share(report, report.parts, node.id), by_kind: kinds(report).map(k => share(report, k.places, node.id)) }))
    .filter(s => s.n > 0)
    .sort((a, b) => b.n - a.n || a.judged - b.judged)
}

/** From two thirds of the judged. */
export function is_common(s: Share): boolean {
  return 3 * s.n >= 2 * s.judged
}

/** Everywhere, of one kind of places only, here and there, or some. */
function character(report: Report, problem: SharedProblem): string {
  const judged = kinds(report).filter((_, k) => problem.by_kind[k]!.judged > 0)
  const only = judged.length === 1 && kinds(report).length > 1 ? judged[0] : undefined
  if (is_common(problem)) return only ? say('{}', '{1}共性', only.plural, only.title) : common_word(report)
  return 3 * problem.n < problem.judged ? say('isolated', '个别') : say('partial', '部分')
}

/** Common, and not of one kind of places only. */
export function is_everywhere(report: Report, problem: SharedProblem): boolean {
  return is_common(problem) && character(report, problem) === common_word(report)
}

export function common_word(report: Report): string {
  const whole = report.whole ? type_title(report, report.whole.type) : ''
  return whole === '' ? say('widespread', '共性') : say('{}-wide', '全{}共性', whole)
}

function bar({ n, judged }: Share): Html {
  return html`<svg width="100%" height="14" aria-hidden="true"><rect width="100%" height="10" y="2" fill="#E6EAEE"/><rect width="${((100 * n) / judged).toFixed(1)}%" height="10" y="2" fill="#CC7F78"/></svg>`
}

function fraction({ n, judged }: Share): Html {
  return judged === 0 ? html`—` : html`${n}/${judged}`
}

export function shared_table(report: Report, most = 14): Html {
  const problems = shared_problems(report)
  if (problems.length === 0) return html``
  const split = kinds(report).length > 1 ? kinds(report) : []
  const left = problems.length - most
  return html`<div class="shared"><table class="t">
<caption>${say('The same problem in how many {}', '同一问题在几个{}', parts_word(report))}</caption>
<thead><tr><th scope="col">${say('Indicator not met', '不达标的指标')}</th><td class="barc"></td><th scope="col" class="num">${say('All', '合计')}</th>${split.map(head)}<th scope="col">${say('Extent', '性质')}</th></tr></thead>
<tbody>${problems.slice(0, most).map(p => row(report, p, split))}</tbody></table>
${left > 0 && html`<p class="note">${say('{} more indicators fail in {} places or fewer.', '另有 {} 项，各在 {} 个以内的{}不达标。', left, problems[most]!.n, parts_word(report))}</p>`}</div>`
}

function head(kind: Kind): Html {
  return html`<th scope="col" class="num m0 kh">${say('{}', '{1}', kind.plural, kind.title)}</th>`
}

function row(report: Report, problem: SharedProblem, split: Kind[]): Html {
  return html`<tr><th scope="row"><a href="${href('indicator', problem.node.id)}">${problem.node.short}</a></th><td class="barc">${bar(problem)}</td>
<td class="num"><b>${problem.n}</b>/${problem.judged}</td>${split.map((_, k) => html`<td class="num u m0">${fraction(problem.by_kind[k]!)}</td>`)}<td class="ex">${character(report, problem)}</td></tr>`
}
