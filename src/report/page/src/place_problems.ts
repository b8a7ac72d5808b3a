// The problems of a place as a table: the finding in the diagnosis's words, its life, who keeps it, what to do.
import { Html, html } from './html'
import { light_mark, severity } from './light'
import { mark } from './mark'
import type { Place, Problem } from './page'
import { reach_word, state_word } from './problem_words'
import type { Report } from './report'
import { href } from './route'
import { in_its_tongue } from './tongue'
import { listed, say } from './words'

export function place_problems(report: Report, place: Place): Html {
  const all = report.problems(place.name)
  const open = all.filter(p => p.state !== 'solved' && p.state !== 'not_checked').sort((a, b) => severity(a.severity) - severity(b.severity) || (b.points_lost ?? 0) - (a.points_lost ?? 0))
  return html`${open.length > 0 && table(report, open)}${closed(report, all)}`
}

function table(report: Report, problems: Problem[]): Html {
  return html`<h3 class="sub">${title(problems)}</h3><div class="scroll"><table class="t pp"><caption class="unseen">${say('Problems, worst first', '问题，重者在前')}</caption>
<thead><tr><td></td><th scope="col">${say('Finding', '描述')}</th><th scope="col">${say('State', '状态')}</th><th scope="col">${say('Met at this pace', '照现速达标')}</th><th scope="col">${say('Keeper', '牵头')}</th><th scope="col">${say('Advice', '建议')}</th></tr></thead>
<tbody>${problems.map(p => row(report, p))}</tbody></table></div>`
}

function title(problems: Problem[]): string {
  const states = (['continuing', 'relapsed', 'new'] as const).map(state => ({ state, n: problems.filter(p => p.state === state).length })).filter(s => s.n > 0)
  const told = listed(states.map(s => say('{1} {0}', '{} {} 个', state_word(s.state).toLowerCase(), s.n)))
  const head = problems.length === 1 ? say('One problem', '1 个问题') : say('{} problems', '{} 个问题', problems.length)
  return told === '' ? head : say('{}: {}', '{}：{}', head, told)
}

function row(report: Report, p: Problem): Html {
  return html`<tr><td class="gl">${p.kind === 'peers' ? mark(report.reading(p.place, p.node)) : light_mark(p.severity)}</td><th scope="row"><a href="${href('indicator', p.node, { place: p.place })}">${p.finding}</a></th><td class="keep st">${state_word(p.state)}</td><td class="keep re">${reach_word(p.reach)}</td><td class="kp">${in_its_tongue(p.keeper || report.info(p.node).keeper)}</td><td class="ad">${p.advice}</td></tr>`
}

/** Solved, and those that nobody looked at again, which is not the same. */
function closed(report: Report, all: Problem[]): Html {
  const named = (state: Problem['state']): string => listed(all.filter(p => p.state === state).map(p => report.nodes.get(p.node)?.short ?? p.title))
  const solved = named('solved')
  const unchecked = named('not_checked')
  return html`${solved !== '' && html`<p class="note">${say('Solved since {}: {}.', '{} 年以来解决：{}。', report.page.last_period, solved)}</p>`}${unchecked !== '' && html`<p class="note">${say('Not checked this period, so not solved: {}.', '本期未复查，不算解决：{}。', unchecked)}</p>`}`
}
