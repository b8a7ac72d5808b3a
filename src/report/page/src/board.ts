// Section 2, the whole: every category by five aspects, its indicators' lights, its score last time and now.
import { board_of_parts } from './board_of_parts'
import { counted, with_number } from './counted'
import { dumbbell, dumbbell_axis, score_floor } from './dumbbell'
import { figure, fixed, none, percent, signed } from './figures'
import { is_broken } from './hard_limits'
import { Html, html } from './html'
import { parts_word } from './kinds'
import { light_mark, light_shape, light_with_word, light_word, lights, severity } from './light'
import type { Aspect, Figure, NodeInfo } from './page'
import type { Report } from './report'
import { category_light_at, compare, counts } from './tally'
import { unit_word } from './units'
import { listed, say } from './words'

export interface Scored {
  now: Figure
  before: Figure
}

export function board_section(report: Report): Html {
  const { whole } = report
  if (!whole) return board_of_parts(report)
  return html`<p class="kick">${say('2  The whole', '二　总体怎样')}</p><h2>${title(report, whole.name)}</h2>
<p class="lede">${say("A category's light stands between those of its two worst indicators; its score has no part in it.", '类别灯取决于最差的两项，居其间，与得分无关。')}${report.page.last_period !== '' && report.page.history.category_lights && say(' The last light stands beside it where it was another.', '上年是另一种灯的，注在旁边。')}</p>
<div class="scroll">${board(report, whole.name)}</div>`
}

/** The score as it is before a cap lowers it, now and last time. */
export function scored(report: Report, place: string, node: string): Scored {
  const { periods } = report.page.history
  const { uncapped, score } = report.category(place, node)
  return { now: uncapped ?? score, before: report.scores(place, node)[periods.indexOf(report.page.last_period)] ?? null }
}

function title(report: Report, place: string): string {
  const red = report.categories.filter(c => report.category(place, c.id).light === 'red')
  const names = red.length <= 3 ? say(': {}', '：{}', listed(red.map(c => c.short))) : ''
  const some = say('{} of {} {} red{}', '{0}类亮红灯{4}', counted(red.length, true), report.categories.length, 'categories', with_number(red.length, 'is', 'are'), names)
  const english = `${counted(red.length, true)} of ${report.categories.length} categories ${with_number(red.length, 'is', 'are')} red${names}`
  const lit = red.length === 0 ? say(report.categories.length === 1 ? 'The category is not red' : 'None of {} categories is red', report.categories.length === 1 ? '唯一的类别未亮红灯' : '{} 类没有一类亮红灯', report.categories.length) : say('{}', '{1}', english, some)
  const capped = report.category(place, report.index.id).uncapped !== null
  return lit + unknown_clause(report, place) + score_clause(scored(report, place, report.index.id), capped)
}

/** Green is not what nobody could judge. */
function unknown_clause(report: Report, place: string): string {
  const unknown = report.categories.filter(c => ['no_data', 'no_standard'].includes(report.category(place, c.id).light)).length
  return unknown === 0 ? '' : say('; {} cannot be judged', '；{}类无从判断', counted(unknown).trim())
}

function score_clause({ now, before }: Scored, capped: boolean): string {
  if (now === null || before === null) return ''
  const change = Math.round(10 * (now - before)) / 10
  const score = capped ? say('the overall score before the cap', '未封顶的总分') : say('the overall score', '总分')
  if (change === 0) return say('; {} stayed at {}', '；{}仍为 {}', score, fixed(now, 1))
  return change > 0 ? say('; {} rose {}', '；{}升 {}', score, fixed(change, 1)) : say('; {} fell {}', '；{}降 {}', score, fixed(-change, 1))
}

function board(report: Report, place: string): Html {
  const rows = [...report.categories].sort((a, b) => severity(report.category(place, a.id).light) - severity(report.category(place, b.id).light))
  const floor = score_floor([...rows, report.index].flatMap(n => Object.values(scored(report, place, n.id))))
  return html`<table class="t board"><caption class="unseen">${say('Categories by five aspects, lights of their indicators and scores', '各类的五个方面、各项的灯与得分')}</caption>
${head(report, floor)}<tbody>${rows.map(row => category_row(report, place, row, floor))}${overall_row(report, place, floor)}</tbody></table>`
}

function head(report: Report, floor: number): Html {
  const parts = report.parts.length > 0
  return html`<thead><tr><th rowspan="2" scope="col">${say('Category', '类别')}</th><th rowspan="2" scope="col">${say('Light', '灯')}</th><th colspan="${parts ? 5 : 4}" scope="colgroup" class="group">${say('Five aspects', '五个方面')}<small>${say('at the worst light / judged', '处于最差灯的项数 / 可判项数')}</small></th><th rowspan="2" scope="col" class="strip">${say('{} indicators, one light each', '{} 项，每项一灯', report.indicators.length)}</th><th colspan="4" scope="colgroup" class="group">${say('Score', '得分')}<small>${say('○ last, ● now', '○ 上次　● 本次')}</small></th></tr>
<tr><th scope="col">${say('Plan', '规划')}</th><th scope="col">${say('Standard', '标准')}</th><th scope="col" class="num">${say('Past', '历年')}<small>${say('worse', '转差项')}</small></th>${parts && html`<th scope="col">${say('Places', parts_word(report))}<small>${say('with one not met', '有不达标的个数')}</small></th>`}<th scope="col">${say('Residents', '居民')}<small>${say('satisfied', '满意')}</small></th><th scope="col" class="num">${report.page.period}</th><th scope="col" class="num">${say('Change', '变化')}</th><td class="scale">${dumbbell_axis(floor)}</td><th scope="col" class="num">${say('Scored', '计分')}</th></tr></thead>`
}

function category_row(report: Report, place: string, category: NodeInfo, floor: number): Html {
  const { light, scored: n, of, uncapped } = report.category(place, category.id)
  const capped = uncapped !== null
  return html`<tr><th scope="row" title="${category.title}">${category.short}</th><td class="lamp">${light_with_word(light)}${earlier_light(report, place, category)}</td>${aspects(report, place, category)}<td class="strip">${strip(report, place, category)}</td>${score_cells(scored(report, place, category.id), floor, capped)}<td class="num u">${n}/${of}</td></tr>`
}

/** The light last time where it was another; and whether only figures that are missing or were filled in made it so. */
function earlier_light(report: Report, place: string, category: NodeInfo): Html | false {
  const before = category_light_at(report, place, category.id, report.page.last_period)
  if (before === undefined || before === report.category(place, category.id).light) return false
  const { changed, gone, come } = compare(report, place, report.indicators_below(category))
  const by_gaps = changed.length === 0 && gone.length + come.length > 0
  return html`<small class="was">${say('last', '上年')} ${light_mark(before, false, undefined, 11)}${by_gaps && say(' by gaps', ' 因缺数')}</small>`
}

function aspects(report: Report, place: string, category: NodeInfo): Html {
  const nodes = report.indicators_below(category)
  const worse = nodes.filter(n => ['red', 'orange'].includes(report.reading(place, n.id).aspects.past)).length
  return html`${aspect_cell(report, place, nodes, 'plan')}${aspect_cell(report, place, nodes, 'standard')}<td class="aspect num">${worse > 0 ? html`<b>${worse}</b>` : 0}</td>${report.parts.length > 0 && places_cell(report, nodes)}${residents_cell(report, place, category)}`
}

/** The worst light, how many have it, how many are judged. */
function aspect_cell(report: Report, place: string, nodes: NodeInfo[], aspect: Aspect): Html {
  const all = counts(nodes.map(n => report.reading(place, n.id).aspects[aspect]))
  const judged = all.red + all.orange + all.yellow + all.green
  if (judged === 0) return html`<td class="aspect">${light_mark('no_standard')}</td>`
  const worst = lights.find(l => all[l] > 0)!
  return html`<td class="aspect">${light_mark(worst)}<span>${worst === 'green' ? 0 : all[worst]}/${judged}</span></td>`
}

function places_cell(report: Report, nodes: NodeInfo[]): Html {
  const judged = report.parts.filter(p => nodes.some(n => severity(report.reading(p.name, n.id).light) < 4))
  if (judged.length === 0) return html`<td class="aspect none">${none}</td>`
  const ill = judged.filter(p => nodes.some(n => report.reading(p.name, n.id).light === 'red')).length
  return html`<td class="aspect"><svg width="46" height="10" aria-hidden="true"><rect y="1.5" width="46" height="7" fill="#E6EAEE"/><rect y="1.5" width="${(46 * ill) / report.parts.length}" height="7" fill="#56657A"/></svg><span>${ill}</span></td>`
}

function residents_cell(report: Report, place: string, category: NodeInfo): Html {
  const asked = report.page.diagnosis.residents.find(r => r.place === place && r.node === category.id)
  if (asked === undefined || asked.value === null) return html`<td class="aspect none">${say('not asked', '未调查')}</td>`
  return html`<td class="aspect num">${asked.unit === '%' ? percent(asked.value / 100, 1) : `${fixed(asked.value, 1)} ${unit_word(asked.unit)}`}</td>`
}

const strip_columns = 20
const strip_step = 14

/** Worst first, each with its name to be read under the pointer. */
function strip(report: Report, place: string, category: NodeInfo): Html {
  const all = report.indicators_below(category).map(node => ({ node, reading: report.reading(place, node.id) }))
  all.sort((a, b) => severity(a.reading.light) - severity(b.reading.light))
  const found = counts(all.map(r => r.reading.light))
  const words = lights.filter(l => found[l] > 0).map(l => `${light_word(l)} ${found[l]}`)
  const lines = Math.max(1, Math.ceil(all.length / strip_columns))
  const shapes = all.map(({ node, reading: { light, value, unit, fragile } }, k) => {
    const at = `translate(${strip_step * (k % strip_columns)} ${16 * Math.floor(k / strip_columns) + 1})`
    const text = `${node.title} ${value === null ? '' : `${figure(value)} ${unit_word(unit)}`} · ${light_word(light)}`
    return html`<g transform="${at}"><title>${text}</title>${new Html(light_shape(light, fragile))}</g>`
  })
  return html`<svg width="${strip_step * Math.min(all.length, strip_columns)}" height="${16 * lines}" role="img" aria-label="${listed(words)}">${shapes}</svg>`
}

/** △: not the published score, which a cap lowered. */
function score_cells(score: Scored, floor: number, capped: boolean): Html {
  const { now, before } = score
  if (now === null) return html`<td class="num now">${none}</td><td class="num change"></td><td class="scale few">${say('too few scored', '可计分项太少，不计分')}</td>`
  const change = before === null ? null : now - before
  const text = change !== null && change < 0 ? html`<b>${signed(change)}</b>` : signed(change)
  return html`<td class="num now"><b>${fixed(now, 1)}</b>${capped && html`<span title="${say('before the cap', '未封顶分')}">△</span>`}</td><td class="num change">${text}</td><td class="scale">${dumbbell(score, floor)}</td>`
}

function overall_row(report: Report, place: string, floor: number): Html {
  const { score, uncapped, scored: n, of } = report.category(place, report.index.id)
  const broken = report.limits(place).filter(is_broken).length
  const capped = uncapped !== null && uncapped !== score
  const because = broken === 0 ? '' : say('{} hard {} broken: ', '{0}条底线突破，', counted(broken, true), with_number(broken, 'limit is', 'limits are'))
  const why = capped ? because + say('the published score is capped at {}; △ on the right: before the cap', '公布的综合分封顶 {}；列右 △ 为未封顶分', fixed(score, 0)) : ''
  return html`<tr class="overall"><th scope="row">${say('Overall', '总体')}</th><td colspan="${report.parts.length > 0 ? 7 : 6}" class="why">${why}</td>${score_cells(scored(report, place, report.index.id), floor, capped)}<td class="num u">${n}/${of}</td></tr>`
}
