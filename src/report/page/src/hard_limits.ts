// The hard limits of a place: a card each, those broken first.
import { decimals_of, figure, fixed, percent } from './figures'
import { Html, html } from './html'
import { light_mark } from './light'
import type { HardLimit, Problem, Reading } from './page'
import { reach_sentence } from './reach'
import type { Report } from './report'
import { href } from './route'
import { sparkline } from './sparkline'
import { breaks_between, year_of } from './time'
import { unit_word } from './units'
import { say } from './words'

export function is_broken(limit: HardLimit): boolean {
  return limit.verdict === 'breach'
}

export function hard_limits(report: Report, place: string): Html {
  const all = report.limits(place)
  const broken = all.filter(is_broken)
  if (all.length === 0) return html``
  const cards = [...broken, ...all.filter(l => !is_broken(l))]
  const judged = all.filter(l => l.value !== null)
  const clauses = [
    broken.length > 0 ? say('{} of {} broken', '{1} 条，突破 {0} 条', broken.length, all.length) : judged.length > 0 && say('none of {} judged broken', '可判的 {} 条无一突破', judged.length),
    judged.length < all.length && say('{} not judged', '{} 条缺数未判', all.length - judged.length)
  ].filter(c => c !== false)
  const state = clauses.join(say(', ', '，'))
  return html`<h3 class="limits-title">${say('Hard limits', '刚性底线')}<small>${state}</small></h3>
<div class="limits" style="--cards: ${Math.min(5, cards.length)}">${cards.map(limit => card(report, limit))}</div>`
}

function card(report: Report, limit: HardLimit): Html {
  const reading = report.reading(limit.place, limit.node)
  const decimals = readable(limit)
  const name = report.nodes.get(limit.node)!.short
  return html`<article class="limit">
<h4><a href="${href('indicator', limit.node, { place: limit.place })}" title="${limit.title}">${name}</a></h4>
<p class="big">${fixed(limit.value, decimals)}${limit.value !== null && html`<small>${unit_word(limit.unit)}</small>`}</p>
<p class="state t-${reading.light}">${light_mark(reading.light, reading.fragile)}<b>${distance(limit, decimals)}</b></p>
${chart(report, limit)}
<p class="says">${sentence(report, limit, reading)}</p></article>`
}

/** Two decimals, a third for what is nearly on its limit; so that value, limit and distance agree. */
function readable({ value, limit, headroom }: HardLimit): number {
  const most = headroom !== null && Math.abs(headroom) < 0.1 ? 3 : 2
  return Math.min(most, decimals_of(value, limit))
}

/** 9.08 over the cap (2.7 %). */
function distance({ value, limit, headroom, cap, unit, unmeasured }: HardLimit, decimals: number): string {
  if (unmeasured) return say('no figure; broken before, so not cured', '缺数；此前已突破，不算解决')
  if (value === null || limit === null || headroom === null) return say('no figure, not judged', '缺数，未作判断')
  const gap = figure(Number(fixed(Math.abs(headroom), decimals)))
  const most = cap === 'most'
  if (headroom >= 0) return most ? say('under the cap by {}', '在上限内，余 {}', gap) : say('above the floor by {}', '在下限上，余 {}', gap)
  const amount = unit === '%' ? say('{} points', '{} 个百分点', gap) : gap
  const share = unit === '%' || limit === 0 ? '' : say(' ({})', '（{}）', percent(Math.abs(headroom / limit), 1))
  return (most ? say('{} over the cap', '超上限 {}', amount) : say('{} below the floor', '低于下限 {}', amount)) + share
}

function chart(report: Report, limit: HardLimit): Html {
  const { periods } = report.page.history
  const values = report.series(limit.place, limit.node)
  if (values.every(v => v === null)) return html``
  const { breaks, uncited } = report.info(limit.node)
  const start = values.at(-1)
  const path = is_broken(limit) && limit.due !== null && limit.limit !== null && start != null ? { from: { year: year_of(periods.at(-1)!), value: start }, to: { year: limit.due, value: limit.limit } } : undefined
  const drawn = sparkline({ periods, values, breaks, limit: limit.limit, breach: limit.cap === 'most' ? 'above' : 'below', path, width: 220, height: 50, fluid: true, dots: true })
  const word = limit.cap === 'most' ? say('cap {}', '上限 {}', figure(limit.limit)) : say('floor {}', '下限 {}', figure(limit.limit))
  const dagger = (uncited.includes('target') || uncited.includes('standard')) && html`<sup>†</sup>`
  return html`${drawn}<p class="foot"><span>${periods[0]}</span><span class="line">${word}${dagger}</span><span>${path?.to.year ?? (periods.length > 1 && periods.at(-1))}</span></p>`
}

/** Since when and until when; of a cap kept, that the rest is no allowance. */
function sentence(report: Report, limit: HardLimit, reading: Reading): string {
  if (reading.value === null) return ''
  const problem = report.problems(limit.place).find(p => p.node === limit.node && p.kind === 'breach')
  if (!is_broken(limit) || problem === undefined) return limit.cap === 'most' ? say('headroom is no allowance', '余量不作新增空间') : ''
  return [since(report, problem), reach_sentence(problem.reach, limit.due)].filter(s => s !== '').join(say(', ', '，'))
}

/** The year it began, if later than the first check: relapsed where it had failed before in the same series. */
function since(report: Report, problem: Problem): string {
  const { periods } = report.page.history
  const begun = periods.indexOf(problem.since)
  if (begun <= 0) return ''
  const { breaks } = report.info(problem.node)
  const same_series = (p: string): boolean => !breaks_between(breaks, year_of(p), year_of(problem.since))
  const failed_before = periods.slice(0, begun).some(p => same_series(p) && report.light_letter(problem.place, problem.node, p) === 'r')
  return failed_before ? say('relapsed in {}', '{} 年反弹', problem.since) : say('since {}', '自 {} 年起', problem.since)
}
