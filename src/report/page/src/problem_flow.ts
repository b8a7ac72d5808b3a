// Last check's problems and this one's, and what became of them.
import { Html, html } from './html'
import type { Problem } from './page'
import { state_word } from './problem_words'
import type { Report } from './report'
import { say } from './words'

type State = Exclude<Problem['state'], ''>
export type StateCounts = Record<State, number>

const order: State[] = ['continuing', 'not_checked', 'solved', 'relapsed', 'new']

export function state_counts(problems: Problem[]): StateCounts {
  const counts: StateCounts = { continuing: 0, not_checked: 0, solved: 0, relapsed: 0, new: 0 }
  for (const { state } of problems) if (state !== '') counts[state]++
  return counts
}

/** 延续 292，解决 28: those that are none are left out. */
export function states_sentence(counts: StateCounts, empty: string, states = order): string {
  const some = states.filter(s => counts[s] > 0).map(s => say('{} {}', '{1} {0}', counts[s], state_word(s).toLowerCase()))
  return some.length === 0 ? empty : some.join(say(', ', '，'))
}

const fills: Record<State, [string, string]> = {
  continuing: ['#56657A', '#56657A'],
  not_checked: ['url(#hatch)', '#7A8691'],
  solved: ['#1B8468', '#1B8468'],
  relapsed: ['#D2690E', '#96490A'],
  new: ['#B4232A', '#B4232A']
}
const left = 110
const full = 790

export function problem_flow(report: Report, problems: Problem[]): Html {
  const counts = state_counts(problems)
  const before = counts.continuing + counts.not_checked + counts.solved
  const now = counts.continuing + counts.relapsed + counts.new
  const scale = full / Math.max(before, now, 1)
  const end = left + counts.continuing * scale
  const { period, last_period } = report.page
  const before_period = report.page.compared_with || last_period
  const nothing = say('none', '无')
  return html`<svg class="flow" viewBox="0 0 1120 132" aria-hidden="true">
${row_label(before_period, before, 31)}${row_label(period, now, 107)}
${bars(counts, ['continuing', 'not_checked', 'solved'], 16, scale)}${bars(counts, ['continuing', 'relapsed', 'new'], 92, scale)}
<path d="M${left} 38H${end}V92H${left}Z" fill="#56657A" fill-opacity=".13"/>
${counts.continuing > 0 && html`<text x="${(left + end) / 2}" y="69" text-anchor="middle" font-size="13">${state_word('continuing')} ${counts.continuing}</text>`}
<text x="${left + before * scale + 9}" y="31" font-size="12">${states_sentence(counts, '', ['not_checked', 'solved'])}</text>
<text x="${left + now * scale + 9}" y="107" font-size="12">${states_sentence(counts, '', ['relapsed', 'new'])}</text></svg>
<p>${say('Last check', '上次')} <b>${before}</b>${say(': ', ' 个：')}${states_sentence(counts, nothing, ['continuing', 'solved', 'not_checked'])}${say('. ', '。')}${say('This check', '本次')} <b>${now}</b>${say(': ', ' 个：')}${states_sentence(counts, nothing, ['continuing', 'relapsed', 'new'])}${say('.', '。')}${counts.not_checked > 0 && say(' Not checked is not solved.', '未复查的不算解决。')}</p>`
}

function row_label(period: string, n: number, y: number): Html {
  return html`<text y="${y}" font-size="13">${say('{}', '{} 年', period)}</text><text x="100" y="${y}" text-anchor="end" font-size="19" font-weight="700">${n}</text>`
}

function bars(counts: StateCounts, states: State[], y: number, scale: number): Html {
  let x = left
  const parts = states.filter(s => counts[s] > 0).map(state => {
    const width = counts[state] * scale
    const [fill, stroke] = fills[state]
    const bar = html`<rect x="${x}" y="${y}" width="${Math.max(1, width - 1)}" height="22" fill="${fill}" stroke="${stroke}"/>`
    x += width
    return bar
  })
  return html`${parts}`
}
