// The conclusion of a sheet: counts, and three sentences: what, what became of it, what first.
import { first_steps, is_own, quantity, whole_word } from './advice'
import { counted } from './counted'
import { Html, html } from './html'
import { light_mark } from './light'
import { mark } from './mark'
import type { Light, Place } from './page'
import type { Report } from './report'
import { common_word } from './shared_problems'
import type { Item, Items } from './sheet_items'
import { compare, light_at } from './tally'
import { listed, say } from './words'

export function conclusion(report: Report, place: Place, items: Items): Html {
  const sentences = [what(items), change(report, place, items), first(report, place, items)].filter(s => s !== undefined)
  return html`<section class="conclusion"><h2>${say('Conclusion', '总检结论')}</h2><ul class="counts">${tally(items)}</ul><ol class="says">${sentences.map(s => html`<li>${s}</li>`)}</ol></section>`
}

function count(items: Items, light: Light): number {
  return items.all.filter(i => i.reading.light === light).length
}

function tally(items: Items): Html[] {
  const slate = items.slate.length
  const [example] = items.slate
  const of = (light: Light, n: number, word: string, glyph = light_mark(light)): Html => (n === 0 ? html`` : html`<li>${glyph}<b>${n}</b>${word}</li>`)
  return [
    of('red', count(items, 'red'), say('not met', '不达标')),
    of('orange', count(items, 'orange'), say('warning', '预警')),
    of('no_standard', slate, say('worst quarter', '同类末 1/4'), example && mark(example.reading)),
    of('yellow', count(items, 'yellow'), say('watch', '关注')),
    of('green', count(items, 'green'), say('met', '正常')),
    of('no_standard', count(items, 'no_standard') - slate, say('no standard', slate > 0 ? '其余无标准' : '无标准')),
    of('no_data', items.missing.length, say('not measured', '缺检'))
  ]
}

// ---- what ----

function what(items: Items): Html {
  const measured = items.all.length - items.missing.length
  const red = count(items, 'red'), orange = count(items, 'orange'), broken = items.ill.filter(i => i.reading.verdict === 'breach').length
  const clauses = [
    red > 0 && say('{} not met', '不达标 {} 项', red) + (broken > 0 ? say(' ({} hard limits)', '（突破刚性底线 {} 项）', broken) : ''),
    orange > 0 && say(orange === 1 ? '{} warning' : '{} warnings', '预警 {} 项', orange),
    items.slate.length > 0 && say('{} in the worst quarter of peers', '居同类末四分之一 {} 项', items.slate.length)
  ].filter(c => c !== false)
  const head = say('{} of {} items measured', '应检 {1} 项，检出 {0} 项', measured, items.all.length)
  if (clauses.length === 0) return html`<b>${head}${say(', nothing abnormal', '，未见异常')}</b>${say('.', '。')}`
  const rest = measured - items.ill.length - items.slate.length
  const watch = items.watch.length > 0 ? say(', {} of them to be watched', '，其中关注 {} 项', items.watch.length) : ''
  return html`<b>${[head, ...clauses].join(say(', ', '，'))}</b>${rest > 0 && say('; nothing abnormal in the other {}{}', '；其余 {} 项未见异常{}', rest, watch)}${say('.', '。')}`
}

// ---- what became of it ----

function change(report: Report, place: Place, items: Items): string | undefined {
  const clauses = [against_last(report, place), lasting(report, items), course(report, items)].filter(c => c !== '')
  return clauses.length === 0 ? undefined : clauses.join(say('; ', '；')) + say('.', '。')
}

/** Like for like: only what was measured both times. */
function against_last(report: Report, place: Place): string {
  const { last_period } = report.page
  const { both, changed } = compare(report, place.name)
  if (last_period === '' || both === 0) return ''
  const gone = changed.filter(c => c.before === 'red').length, come = changed.filter(c => c.now === 'red').length
  const now = report.indicators.filter(n => report.reading(place.name, n.id).light === 'red' && !['no_data', 'not_applicable'].includes(light_at(report, place.name, n.id, last_period))).length
  const before = now - come + gone
  if (now === 0 && before === 0) return say('Of {} items comparable with {} none is not met in either', '与 {1} 年度可比的 {0} 项中，两年均无不达标', both, last_period)
  const same = come === 0 && gone === 0
  const moved = say('{} not met after {}', '不达标 {} 项，上年 {} 项', now, before)
  return say('Of {} items comparable with {}, {}', '与 {1} 年度可比的 {0} 项中，{2}', both, last_period, same ? say('the same {} are not met', '不达标仍为 {} 项', now) : moved)
}

function lasting(report: Report, items: Items): string {
  const [first] = report.page.history.periods
  const red = items.ill.filter(i => i.reading.light === 'red')
  const n = red.filter(i => i.problem?.since === first).length
  if (n === 0 || first === undefined || first === report.page.period) return ''
  return say('{} of the {} not met last since the first check, {}', '{1} 项不达标中 {0} 项自 {2} 年首检延续至今', n, red.length, first)
}

/** Better and worse over all checks, as the diagnosis found the trends. */
function course(report: Report, items: Items): string {
  const checks = report.page.history.periods.length
  const having = (arrows: string[]): number => items.all.filter(i => arrows.includes(i.reading.arrow)).length
  const better = having(['up', 'slow_up']), worse = having(['down', 'slow_down'])
  const clauses = [better > 0 && say('{} got better', '{} 项好转', better), worse > 0 && say('{} worse', '{} 项转差', worse)].filter(c => c !== false)
  if (checks < 2 || clauses.length === 0) return ''
  return say('over {} checks {}', '{}次体检 {}', counted(checks), clauses.join(say(', ', '，')))
}

// ---- what first ----

const named = 2

function first(report: Report, place: Place, items: Items): string | undefined {
  const steps = first_steps(report, place, items)
  const whole = place === report.whole
  const own = steps.filter(i => whole || is_own(i) || i.reading.verdict === 'breach')
  const common = steps.filter(i => !own.includes(i))
  const clauses: string[] = []
  if (own.length > 0) clauses.push(say('First: {}', '先办{}', listed(own.slice(0, named + Number(whole)).map(i => with_quantity(report, place, i)))))
  if (common.length > 0) clauses.push(shared_clause(report, common))
  return clauses.length === 0 ? undefined : clauses.join(say('; ', '；')) + say('.', '。')
}

function with_quantity(report: Report, place: Place, item: Item): string {
  const amount = quantity(report, place, item).replace(/（.*）| \(.*\)/, '')
  return amount === '' ? item.node.short : say('{} ({})', '{}（{}）', item.node.short, amount)
}

function shared_clause(report: Report, common: Item[]): string {
  const names = listed(common.slice(0, named).map(i => i.node.short))
  const all = common.length <= named ? names : say('{} and {} more', '{}等 {} 项', names, say('{}', '{1}', common.length - named, common.length))
  return say('{} {} {}, for {} to deal with', '{0}属{2}，由{3}统筹', all, common.length === 1 ? 'is' : 'are', common_word(report), whole_word(report))
}
