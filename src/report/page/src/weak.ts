// Section 5, why: which indicators cost the most points, and which problems stand on the same figure.
import { counted, with_number } from './counted'
import { fixed, none, percent } from './figures'
import { Html, html } from './html'
import { light_mark } from './light'
import type { Problem } from './page'
import type { Report } from './report'
import { href } from './route'
import { in_its_tongue } from './tongue'
import { listed, say } from './words'

interface Loss {
  node: string
  points: number
}
interface Cause {
  id: string
  problems: Problem[] // one a node
}

const most_rows = 10

export function weak_section(report: Report): Html {
  const losses = losses_of(report)
  const causes = causes_of(report)
  const number = report.parts.length > 0 ? say('5', '五') : say('4', '四')
  return html`<p class="kick">${say('{}  Why', '{}　为什么', number)}</p><h2>${title(report, losses, causes)}</h2>
<div class="two"><div class="scroll">${losses.length > 0 && losses_table(report, losses)}</div><div class="scroll">${causes.length > 0 && causes_table(report, causes)}</div></div>`
}

/** Points that the whole loses, most first; without a whole what the places lose on average. */
function losses_of(report: Report): Loss[] {
  const { whole } = report
  const points = new Map<string, number>()
  const share = whole ? 1 : 1 / report.page.places.length
  for (const w of report.page.diagnosis.weak_points) {
    if (w.level !== 'indicator' || w.points_lost === null || (whole && w.place !== whole.name)) continue
    points.set(w.node, (points.get(w.node) ?? 0) + share * w.points_lost)
  }
  return [...points].map(([node, lost]) => ({ node, points: lost })).filter(l => l.points > 0).sort((a, b) => b.points - a.points)
}

function causes_of(report: Report): Cause[] {
  const { whole } = report
  const causes = new Map<string, Map<string, Problem>>()
  for (const p of report.page.diagnosis.problems) {
    if (p.same_cause === '' || p.state === 'solved' || (whole && p.place !== whole.name)) continue
    const nodes = causes.get(p.same_cause) ?? new Map<string, Problem>()
    causes.set(p.same_cause, nodes)
    if (!nodes.has(p.node)) nodes.set(p.node, p)
  }
  const all = [...causes].map(([id, nodes]) => ({ id, problems: [...nodes.values()] })).filter(c => c.problems.length > 1)
  return all.sort((a, b) => b.problems.length - a.problems.length)
}

function sum(losses: Loss[]): number {
  return losses.reduce((s, l) => s + l.points, 0)
}

function no_score(report: Report): boolean {
  return report.page.places.every(p => report.category(p.name, report.index.id).score === null)
}

function title(report: Report, losses: Loss[], causes: Cause[]): string {
  const worst = losses.slice(0, most_rows)
  const clauses = causes.slice(0, 2).map(c => say('{} problems share {}', '{}个问题共用{}', counted(c.problems.length), cause_title(report, c.id)))
  if (worst.length > 0) {
    const share = percent(sum(worst) / sum(losses))
    clauses.unshift(say('{} {} of the points lost', '{0}项占失分的 {2}', counted(worst.length, true), with_number(worst.length, `indicator costs ${share}`, `indicators cost ${share}`), share))
  }
  if (clauses.length === 0 && no_score(report)) return say('There is no overall score, so no points can be called lost', '没有总分，无从计算失分')
  return clauses.length === 0 ? say('No points are lost', '没有失分') : clauses.join(say('; ', '；'))
}

function losses_table(report: Report, losses: Loss[]): Html {
  const worst = losses.slice(0, most_rows)
  return html`<table class="t"><caption>${say('Where most points are lost', '失分最多的 {} 项', worst.length)}<small>${report.whole ? say('{} lost in all', '合计失 {} 分', fixed(sum(losses), 1)) : say('{} lost by a place on average', '平均每个单元失 {} 分', fixed(sum(losses), 1))}</small></caption>
<thead><tr><td></td><th scope="col">${say('Indicator', '指标')}</th><td></td><th scope="col" class="num">${say('Points', '失分')}</th><th scope="col" class="num">${say('Share', '占比')}</th></tr></thead>
<tbody>${worst.map(l => loss_row(report, l, worst[0]!.points, sum(losses)))}</tbody></table>`
}

function loss_row(report: Report, { node, points }: Loss, most: number, all: number): Html {
  const known = report.nodes.get(node)!
  const { whole } = report
  const reading = whole && report.reading(whole.name, node)
  return html`<tr><td class="gl">${reading && light_mark(reading.light, reading.fragile)}</td><th scope="row"><a href="${href('indicator', node)}" title="${known.title}">${known.short}</a><small class="category m0">${report.top(known).short}</small></th><td class="length"><svg width="100%" height="14" aria-hidden="true"><rect y="2" height="10" width="${(100 * points) / most}%" fill="#56657A"/></svg></td><td class="num"><b>${fixed(points, 2)}</b></td><td class="num u">${percent(points / all)}</td></tr>`
}

function cause_title(report: Report, id: string): string {
  return report.page.variables?.[id]?.title ?? id.replaceAll('_', ' ')
}

function causes_table(report: Report, causes: Cause[]): Html {
  const row = ({ id, problems }: Cause): Html => html`<tr><th scope="row">${cause_title(report, id)}</th><td>${listed(problems.map(p => report.nodes.get(p.node)?.short ?? p.title))}</td><td class="keep">${in_its_tongue(report.page.variables?.[id]?.keeper || none)}</td></tr>`
  return html`<table class="t cause"><caption>${say('Problems with the same cause', '同源问题')}<small>${say('their formulas share a figure: check it first', '公式里用到同一个数，先核这个数')}</small></caption>
<thead><tr><th scope="col">${say('Figure in common', '共用的数')}</th><th scope="col">${say('Problems', '涉及的问题')}</th><th scope="col">${say('Reported by', '由谁报')}</th></tr></thead><tbody>${causes.map(row)}</tbody></table>`
}
