// What to do first, and how much of it: quantities are worked back from the ratio where the document has its upper figure,
// otherwise it is the distance to the limit.
import { figure, percent } from './figures'
import { Html, html } from './html'
import type { Place } from './page'
import type { Report } from './report'
import { is_common } from './shared_problems'
import { bound, distance, distance_share, reference_text, shown, type Item, type Items } from './sheet_items'
import { in_its_tongue } from './tongue'
import { amount, unit_word } from './units'
import { say } from './words'

/** A problem that two thirds of the places share is not one place's to solve. */
export function is_own({ reading, shared }: Item): boolean {
  return reading.light !== 'red' || shared === undefined || !is_common(shared)
}

/** Own problems first, hard limits before all, then those with the least left to do. */
export function first_steps(report: Report, place: Place, { ill }: Items): Item[] {
  const whole = place === report.whole
  const turn = (i: Item): number => (i.reading.verdict === 'breach' ? 0 : whole || is_own(i) ? 1 : 2) + (i.reading.light === 'red' ? 0 : 3)
  const share = (i: Item): number => Math.min(distance_share(i), 1e9)
  return [...ill].sort((a, b) => turn(a) - turn(b) || share(a) - share(b))
}

/** 差 0.68 公里 / short by 0.68 km; '' where it is within the limit. */
export function quantity(report: Report, place: Place, item: Item): string {
  const gap = distance(item)
  if (gap === 0) return ''
  const much = worked_back(report, place, item) ?? plain_distance(item)
  return gap < 0 ? say('short by {}', '差 {}', much) : say('over by {}', '超 {}', much)
}

/** The upper figure of the ratio must grow or shrink as the ratio must, the lower one as it is. */
function worked_back(report: Report, place: Place, item: Item): string | undefined {
  const { ratio } = item.info
  const top = ratio?.tops[report.page.places.indexOf(place)] ?? null
  const limit = bound(item)
  const { value } = item.reading
  if (ratio === undefined || top === null || limit === null || value === null || value === 0) return undefined
  const missing = Math.abs(top * (limit / value - 1))
  const whole = ratio.tops.every(t => t === null || Number.isInteger(t))
  return amount(whole ? Math.ceil(missing - 1e-9) : missing, ratio.unit, whole ? 15 : 2)
}

function plain_distance(item: Item): string {
  const gap = Math.abs(distance(item))
  if (item.reading.unit === '%') return say('{} points', '{} 个百分点', figure(gap, 3))
  const share = distance_share(item)
  return amount(gap, item.reading.unit, 3) + (Number.isFinite(share) ? say(' ({})', '（{}）', percent(share, 1)) : '')
}

/** At most so many sentences; the last one for the worst of those without a standard. */
export function advice(report: Report, place: Place, items: Items, most: number): Html {
  const [worst] = items.slate
  const steps = first_steps(report, place, items).slice(0, worst === undefined ? most : most - 1)
  const sentences = [...steps.map(i => step(report, place, i)), ...(worst === undefined ? [] : [find_cause(worst)])]
  if (sentences.length === 0) return html`<p class="calm">${say('Nothing abnormal: keep to the plan.', '未见异常，按计划推进。')}</p>`
  return html`<ol class="advice">${sentences.map(s => html`<li>${s}</li>`)}</ol>`
}

function step(report: Report, place: Place, item: Item): Html {
  const { reading, node } = item
  const much = quantity(report, place, item)
  const what = worked_back(report, place, item) === undefined ? '' : item.info.ratio!.title
  const from = shown(item, reading.value)
  const change = reading.value !== null && distance(item) > 0 ? say(' from {} down to {}', '由 {} 降到 {}', from, limit_of(item)) : say(' from {} to {}', '由 {} 提到 {}', from, limit_of(item))
  const remarks = [near(item), common(report, place, item)].filter(r => r !== '')
  return html`${node.short}${much === '' ? ` ${from}` : change}${much !== '' && html`${say(': ', '：')}<b>${much}</b>${what !== '' && say(' ({})', '（{}）', what)}`}${remarks.map(r => say('; ', '；') + r)}${say('.', '。')}${lead(item)}`
}

function limit_of(item: Item): string {
  return reference_text(item).replace(/^[≥≤=] /, '')
}

function near(item: Item): string {
  return item.reading.fragile || distance_share(item) < 0.01 ? say('so near the limit that the figure is to be verified first', '差距很小，先核数据') : ''
}

function common(report: Report, place: Place, item: Item): string {
  if (place === report.whole || is_own(item) || item.shared === undefined) return ''
  return say('not met in {} places: for {} to deal with', '{} 处同缺，由{}统筹', item.shared.n, whole_word(report))
}

/** Who deals with what most places share. */
export function whole_word(report: Report): string {
  if (report.whole === undefined) return say('all together', '上级')
  return say('{}', '{1}', report.whole.short || report.whole.name, report.whole.name)
}

function find_cause(item: Item): Html {
  const { reading, node } = item
  const unit = unit_word(reading.unit)
  const rank = say('rank {} of {}', '同类第 {}（共 {}）', reading.rank ?? '', reading.of ?? '')
  return html`${node.short} ${shown(item, reading.value)}${unit === '' ? '' : ' ' + unit}${say(', ', '，')}${rank}${say(': no standard; find the cause, then set a target.', '：无标准，请牵头部门核实原因后定目标。')}${lead(item)}`
}

function lead({ info }: Item): Html | false {
  return info.keeper !== '' && html` <span class="lead">${say('Lead: ', '牵头 ')}${in_its_tongue(info.keeper)}</span>`
}
