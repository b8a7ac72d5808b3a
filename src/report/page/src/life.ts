// Section 4, since when: what became of problems, the ledger of the whole's, what is new and what came back.
import { again_table, ledger } from './ledger'
import { Html, html } from './html'
import { parts_word } from './kinds'
import { place_name } from './place_name'
import type { Problem } from './page'
import { problem_flow, state_counts, states_sentence } from './problem_flow'
import type { Report } from './report'
import { say } from './words'

/** Problems by their limits. To be among the worst of one's peers is no problem to be solved: somebody always is. */
export function problems_of(report: Report, places: string[]): Problem[] {
  const wanted = new Set(places)
  return report.page.diagnosis.problems.filter(p => wanted.has(p.place) && p.kind !== 'peers')
}

export function life_section(report: Report): Html {
  const { whole, parts } = report
  const own = whole ? problems_of(report, [whole.name]) : []
  const theirs = problems_of(report, parts.map(p => p.name))
  return html`<p class="kick">${say('{}  Since when', '{}　从何时起', say(parts.length > 0 ? '4' : '3', parts.length > 0 ? '四' : '三'))}</p><h2>${title(report, own, theirs)}</h2>
${theirs.length > 0 && report.page.diagnosis.compared && flow_of_parts(report, theirs)}
${own.length > 0 && html`<h3 class="sub small">${say('Problems of {}', '{}的问题', place_name(whole!))}</h3><div class="scroll">${ledger(report, own)}</div>`}
${again_table(report, theirs)}`
}

function flow_of_parts(report: Report, problems: Problem[]): Html {
  const n = report.parts.length
  return html`<h3 class="sub small">${say('What became of the problems of {} {} (each counts once a place; worst quarters of peers do not)', '{1}问题的去向（{0} 个{1}，每个每项算一个；同类末 1/4 不计）', n, parts_word(report))}</h3>${problem_flow(report, problems)}`
}

function title(report: Report, own: Problem[], theirs: Problem[]): string {
  const { compared } = report.page.diagnosis
  const { whole } = report
  const clauses = [
    whole && clause(place_name(whole), own, compared),
    report.parts.length > 0 && clause(say('the {} {}', '{} 个{}', report.parts.length, parts_word(report)), theirs, compared)
  ].filter(c => c !== false && c !== undefined && c !== '')
  return clauses.length === 0 ? say('No problem is known', '没有发现问题') : clauses.join(say('; ', '；'))
}

/** 朝阳区 17 个问题：延续 14，新增 3. */
function clause(name: string, problems: Problem[], compared: boolean): string {
  if (problems.length === 0) return say('{}: no problem', '{}没有问题', name)
  const counts = state_counts(problems)
  const open = problems.length - counts.solved
  if (!compared) return say('{}: {} {}', '{} {} 个问题', name, open, open === 1 ? 'problem' : 'problems')
  const clauses = [states_sentence(counts, '', ['continuing']), counts.continuing > 0 && counts.solved === 0 && say('none solved', '无一解决'), states_sentence(counts, '', ['solved', 'not_checked', 'relapsed', 'new'])]
  return say('{}: {}', '{}：{}', name, clauses.filter(Boolean).join(say(', ', '，')))
}
