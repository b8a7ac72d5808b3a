// Section 1, what is wrong: the counts of lights, what changed like for like, hard limits, what fails and will fail.
import { worst_places } from './burden'
import { category_lights } from './category_lights'
import { counted, with_number } from './counted'
import { first_lists } from './first_lists'
import { hard_limits, is_broken } from './hard_limits'
import { Html, html } from './html'
import { parts_word } from './kinds'
import { light_mark, light_word, lights } from './light'
import type { Light } from './page'
import type { Report } from './report'
import { href } from './route'
import { compare, counts_at, counts_now, type Change, type Comparison, type Counts } from './tally'
import { listed, say } from './words'

export function first_section(report: Report): Html {
  const { whole } = report
  const places = whole ? [whole.name] : report.page.places.map(p => p.name)
  const now = counts_now(report, places)
  const { last_period } = report.page
  const before = last_period === '' ? undefined : counts_at(report, places, last_period)
  return html`<h2 class="lead">${whole ? headline(report, whole.name, now) : headline_of_parts(report, now)}</h2>
${bar(now)}${legend(now, before)}
<p class="compared">${whole ? like_for_like(report, whole.name) : ''}</p>
${whole ? html`${category_lights(report, whole.name)}${hard_limits(report, whole.name)}${first_lists(report, whole.name)}` : most_burdened(report)}`
}

/** Ten indicators fail, three of them hard limits; seven have failed since the first check in 2015. */
function headline(report: Report, place: string, { red, orange, yellow, green }: Counts): string {
  const unmeasured = report.limits(place).filter(l => l.unmeasured).length
  if (red === 0 && unmeasured > 0)
    return say('No measured indicator fails; {} {} broken before, not measured now', '有数的没有一项不达标；{0}条此前突破的底线本期未测', counted(unmeasured), with_number(unmeasured, 'hard limit was', 'hard limits were'))
  if (red === 0) {
    if (orange > 0) return say('No indicator fails; {} {} a warning', '没有一项不达标，{0} 项预警', counted(orange), with_number(orange, 'carries', 'carry'))
    const judged = yellow + green
    return judged === 0 ? say('No indicator could be judged', '没有一项可以判断') : say('None of {} judged indicators fails', '可判断的 {} 项没有一项不达标', judged)
  }
  const broken = report.limits(place).filter(is_broken).length
  const limits = broken === 0 ? '' : say(', {} of them {}', '，其中{0}项突破刚性底线', counted(broken), with_number(broken, 'a hard limit', 'hard limits'))
  return say('{} {}', '{0}项不达标', counted(red, true), with_number(red, 'indicator fails', 'indicators fail')) + limits + since_first(report, place)
}

function since_first(report: Report, place: string): string {
  const first = report.page.history.periods[0]
  if (first === undefined || first === report.page.period) return ''
  const failing = report.problems(place).filter(p => p.severity === 'red' && p.since === first)
  const n = new Set(failing.map(p => p.node)).size
  return n === 0 ? '' : say('; {} {} failed since the first check in {}', '；{0}项自 {2} 年首检起一直未达标', counted(n), with_number(n, 'has', 'have'), first)
}

function headline_of_parts(report: Report, { red, orange, yellow, green }: Counts): string {
  const n = report.page.places.length
  const places = n === 1 ? report.page.places[0]!.name : say('{} {}', '{} 个{}', n, parts_word(report))
  const clauses = [red > 0 && say('{} times an indicator is not met', '{} 项次不达标', red), orange > 0 && say('{} times with a warning', '{} 项次预警', orange)].filter(c => c !== false)
  if (red + orange + yellow + green === 0) return say('{}: no indicator could be judged, for none has a standard and a figure', '{}：没有一项可以判断，因为没有既有标准又有数的指标', places)
  return clauses.length === 0 ? say('{}: no indicator fails', '{}：没有一项不达标', places) : say('{}: {}', '{}：{}', places, clauses.join(say(', ', '，')))
}

const fills: Partial<Record<Light, string>> = { red: '#B4232A', orange: '#D2690E', yellow: '#F0BE1E', green: '#1B8468', no_standard: '#fff', no_data: 'url(#hatch)' }

/** All indicators in one bar; those that do not apply are none of it. */
function bar(now: Counts): Html {
  const shown = lights.filter(l => l in fills && now[l] > 0)
  const total = shown.reduce((sum, l) => sum + now[l], 0)
  if (total === 0) return html``
  const words = shown.map(l => `${light_word(l)} ${now[l]}`)
  let from = 0
  const parts = shown.map(light => {
    const width = (100 * now[light]) / total
    const x = from
    from += width
    const outline = light === 'no_standard' || light === 'no_data' ? '#7A8691' : fills[light]
    return html`<svg x="${x}%" width="${width}%" height="14"><rect x="1" y="1.5" width="100%" height="11" style="width:calc(100% - 2px)" fill="${fills[light]}" stroke="${outline}"/></svg>`
  })
  return html`<svg class="lights-bar" width="100%" height="14" role="img" aria-label="${listed(words)}">${parts}</svg>`
}

function legend(now: Counts, before: Counts | undefined): Html {
  const items = lights.filter(l => l in fills).map(light => html`<li>${light_mark(light, false, ' ', 15)}<b>${now[light]}</b><span>${light_word(light)}</span>${before && html`<i>${say('last {}', '上次 {}', before[light])}</i>`}</li>`)
  return html`<ul class="counts">${items}</ul>`
}

/** No count is compared with last time unless both were measured. */
function like_for_like(report: Report, place: string): string {
  if (report.page.last_period === '') return say('There is no check before this one to compare with.', '没有上一次体检可比。')
  const found = compare(report, place)
  return (changes_sentence(report, found) + unlike_sentence(found)) || ''
}

function changes_sentence(report: Report, { both, changed }: Comparison): string {
  const { last_period } = report.page
  if (both === 0) return say('No indicator was measured both now and in {}', '没有一项在 {} 年和本年都有数', last_period)
  if (changed.length === 0) return say('Of {} indicators measured in {} and now none changed its light', '与 {1} 年可比的 {0} 项无一换灯', both, last_period)
  const named = changed.slice(0, 3).map(change_words)
  const more = changed.length > 3 ? say(' and {} more', '等', changed.length - 3) : ''
  return say('Of {} indicators measured in {} and now {} changed {} light: {}', '与 {1} 年可比的 {0} 项中{2}项换灯：{4}', both, last_period, counted(changed.length), with_number(changed.length, 'its', 'their'), listed(named) + more)
}

function change_words({ node, before, now }: Change): string {
  return say('{} ({} → {})', '{}由{}转{}', node.short, light_word(before).toLowerCase(), light_word(now).toLowerCase())
}

function unlike_sentence({ gone, come }: Comparison): string {
  const parts = [come.length > 0 && say('filled in ({})', '{} 项上年缺数、本年补数', come.length), gone.length > 0 && say('missing ({})', '{} 项本年缺数', gone.length)].filter(p => p !== false)
  if (parts.length === 0) return say('.', '。')
  return say('; all other differences come from figures {}.', '；其余增减都来自缺数：{}。', parts.join(say(' or ', '，')))
}

/** Without a whole that the places belong to: those with most not met. */
function most_burdened(report: Report): Html {
  const worst = worst_places(report).filter(b => b.not_met > 0).slice(0, 20)
  if (worst.length === 0) return html``
  return html`<table class="t narrow"><caption>${light_mark('red')}${say('Places with most not met', '不达标最多的地方')}</caption>
<thead><tr><th scope="col">${say('Place', '地方')}</th><th scope="col" class="num">${say('Not met', '不达标')}</th><th scope="col" class="num">${say('Judged', '可判')}</th></tr></thead>
<tbody>${worst.map(b => html`<tr><th scope="row"><a href="${href('place', b.place.name)}">${b.place.name}</a></th><td class="num"><b>${b.not_met}</b></td><td class="num">${b.judged}</td></tr>`)}</tbody></table>`
}
