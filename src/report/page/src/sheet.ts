// The health check sheet of one place: one A4 page, as a laboratory writes it, the abnormal first.
import { advice } from './advice'
import { fixed } from './figures'
import { Html, html } from './html'
import { kind_count, kinds, parts_word, type_title } from './kinds'
import { light_mark } from './light'
import type { Locator } from './locator'
import type { Place } from './page'
import { peers_of } from './peers'
import type { Report } from './report'
import { conclusion } from './sheet_conclusion'
import type { Fit } from './sheet_fit'
import { distance_share, shown, type Item, type Items } from './sheet_items'
import { abnormal_table, item_text, kind_letter, kind_word, watch_table } from './sheet_rows'
import { overview } from './sheet_overview'
import { in_its_tongue } from './tongue'
import { amount } from './units'
import { is_chinese, listed, say } from './words'

export interface SheetOptions {
  report: Report
  place: Place
  items: Items
  locator: Locator
  number: number // of the sheet
  of: number
}

export function sheet(options: SheetOptions, fit: Fit): Html {
  const { report, place, items } = options
  return html`${head(options)}${facts(options)}${conclusion(report, place, items)}${abnormal(options, fit)}${watch(items, fit)}
${section(3, say('By category', '各类一览'), say('one mark an item, abnormal first; scores for orientation', '一个符号一项，异常在前；得分只作参照'), overview(report, place, items))}
${section(4, say('Advice and next check', '建议与复查'), say('quantities worked back from the gap', '数量按公式由差距反算'), html`${advice(report, place, items, fit.advice)}${next_check(report, items)}`)}${foot(options)}`
}

/** What the sheet is called: that of a place, of the whole, of one among places of several types. */
function title({ report, place }: SheetOptions): string {
  const kind = place === report.whole ? type_title(report, place.type) : parts_word(report)
  const named = is_chinese() && kind !== '' && kind !== '地方'
  return say('Health check sheet', '{}体检单', named ? kind : '')
}

export function place_title(place: Place): string {
  return place.short === '' || place.name.includes(place.short) ? place.name : `${place.short} ${place.name}`
}

function head(options: SheetOptions): Html {
  const { report, place } = options
  const { framework, period, last_period, synthetic } = report.page
  const compared = last_period === '' ? '' : say(', compared with {}', '　比较年度 {}', last_period)
  return html`<header class="head"><p>${framework.title}<br>${say('{}', '{} 年度', period)}${compared}</p><h1>${title(options)}</h1>
<p class="right">${synthetic && html`<span class="stamp">${say('SYNTHETIC DATA', '合成数据 不作依据')}</span><br>`}${place.code !== '' && say('No. {}-{}', '编号 {}-{}', place.code, period)}</p></header>`
}

// ---- facts ----

function facts({ report, place, items, locator }: SheetOptions): Html {
  const whole = place === report.whole
  const measured = items.all.length - items.missing.length
  const { framework } = report.page
  const pairs: [string, string | Html][] = [
    [say('Place', '名称'), place_title(place)],
    ...(place.facts ?? []).map((f): [string, string] => [f.title, amount(f.value, f.unit)]),
    [say('Due / measured', '应检／检出'), say('{}/{}', '{}／{} 项', items.all.length, measured)],
    ...(whole ? [] : [[say('Peers', '同类'), peers_text(report, place)] as [string, string]]),
    [say('Score', '综合得分'), score_text(report, place)],
    ...(whole ? [] : [[say('Rank', '名次'), rank_text(report, place)] as [string, Html]]),
    [say('Framework', '指标体系'), `${framework.id} ${framework.version}`]
  ]
  return html`<div class="facts"><dl>${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${locator.picture(place, whole)}</div>`
}

function peers_text(report: Report, place: Place): string {
  const peers = peers_of(report, place)
  const kind = kinds(report).find(k => k.places.length === peers.length && k.places.includes(place))
  return kind ? kind_count(kind) : say('{} {}', '{} 个{}', peers.length, parts_word(report))
}

function score_text(report: Report, place: Place): string {
  const { score, uncapped } = report.category(place.name, report.index.id)
  const capped = uncapped !== null && uncapped !== score
  const grade = report.grade(place.name, report.index)
  return fixed(score, 1) + (grade === '' ? '' : ' ' + grade) + (capped ? say(' (capped)', '（已封顶）') : '')
}

function rank_text(report: Report, place: Place): Html {
  const { rank } = report.category(place.name, report.index.id)
  const range = report.page.ranks.find(r => r.place === place.name)
  if (rank === null) return html`—`
  return html`${rank}${range && html`<span>${say(' ({}–{})', '（{}–{}）', range.rank_low, range.rank_high)}</span>`}`
}

// ---- sections ----

const numerals = ['', '一', '二', '三', '四']

function section(number: number, name: string, note: string, body: Html): Html {
  return html`<section class="part"><h2>${say('{}  {}', '{2}　{1}', number, name, numerals[number]!)}<small>${note}</small></h2>${body}</section>`
}

function abnormal({ report, place, items }: SheetOptions, fit: Fit): Html {
  const all = [...items.ill, ...items.slate]
  const name = say('Abnormal items', '异常项目')
  if (all.length === 0) return section(1, name, say('none', '无'), html``)
  const rows = all.slice(0, fit.rows), rest = all.slice(fit.rows)
  return section(1, name, key(report, rows), html`${abnormal_table(report, place, rows)}${rest.length > 0 && html`<p class="rest">${say('{} more in the worst quarter of peers: ', '另有同类末 1/4 {} 项：', rest.length)}${sentence_of(rest, fit.brief)}</p>`}`)
}

function key(report: Report, rows: Item[]): string {
  const used = [...new Set(rows.flatMap(i => (i.reference ? [i.reference.kind] : [])))]
  const kinds_key = used.map(k => say('{} {}', '{}＝{}', kind_letter(k), kind_word(k)))
  const reference = kinds_key.length > 0 ? say('reference: {}', '参考范围：{}', kinds_key.join(say(', ', '，'))) : ''
  const shared = rows.map(i => i.shared).find(s => s !== undefined)
  const extent = shared && report.parts.length > 1 ? say('extent n/m: not met in n of m places', '性质 n/m：m 个{}中 n 个不达标', parts_word(report)) : ''
  return [reference, extent].filter(t => t !== '').join(say('; ', '；'))
}

function watch(items: Items, fit: Fit): Html {
  const name = say('Watch', '关注项目')
  const missing = items.missing.length > 0 && missing_text(items.missing)
  if (items.watch.length === 0) return missing === false ? html`` : section(2, name, say('none', '无'), missing)
  const body = fit.watch_table ? watch_table(items.watch) : html`<p class="list">${sentence_of(items.watch, fit.brief)}</p>`
  return section(2, name, say('tasks under way or not yet due: not abnormal', '任务在途或未到期，未达目标不算异常'), html`${body}${missing}`)
}

function sentence_of(items: Item[], brief: boolean): Html[] {
  return items.map((item, k) => html`${item_text(item, brief)}${k < items.length - 1 ? say('; ', '；') : say('.', '。')}`)
}

/** A few with what they were last, many by who keeps them. */
function missing_text(missing: Item[]): Html {
  const texts = missing.length > 5 ? by_keeper(missing) : missing.map(i => html`${i.node.short}${remark([i.before === null ? '' : say('last yr {}', '上年 {}', shown(i, i.before)), i.info.keeper])}`)
  return html`<p class="missing">${light_mark('no_data', false, undefined, 12)} ${say('Not measured, {}: ', '缺检 {} 项：', missing.length)}${texts.map((text, k) => html`${k > 0 && say('; ', '；')}${text}`)}${say('. Not measured is not normal.', '。缺检不等于正常。')}</p>`
}

function remark(parts: string[]): Html {
  const known = parts.filter(p => p !== '')
  if (known.length === 0) return html``
  return html`${say(' (', '（')}${known.map((part, k) => html`${k > 0 && say(', ', '，')}${in_its_tongue(part)}`)}${say(')', '）')}`
}

function by_keeper(missing: Item[]): Html[] {
  const keepers = [...new Set(missing.map(i => i.info.keeper))]
  return keepers.map(k => html`${listed(missing.filter(i => i.info.keeper === k).map(i => i.node.short))}${remark([k])}`)
}

function next_check(report: Report, items: Items): Html {
  const { period } = report.page
  const next = /^\d{4}$/.test(period) ? say('{}', '{} 年度', Number(period) + 1) : say('next period', '下一期')
  const abnormal = items.ill.length + items.slate.length
  const near = items.ill.filter(i => i.reading.fragile || distance_share(i) < 0.01).slice(0, 2).map(i => i.node.short)
  const clauses = [
    abnormal > 0 && say('to be measured again: the {} abnormal', '必查：异常 {} 项', abnormal),
    items.missing.length > 0 && say('to be reported: the {} missing', '补报：缺检 {} 项', items.missing.length),
    near.length > 0 && say('near the limit, again at mid-year: {}', '接近界限，年中可先复核：{}', listed(near))
  ].filter(c => c !== false)
  return html`<p class="next"><b>${say('Next check', '下次体检')}</b><span>${[next, ...clauses].join(say('; ', '；'))}${say('.', '。')}</span></p>`
}

// ---- foot ----

function foot({ report, place, number, of }: SheetOptions): Html {
  const { period, synthetic, command, made_by, ranks } = report.page
  const unit = place.type === '' ? say('Place', '单位') : say('{}', '{1}', report.page.types.find(t => t.id === place.type)?.title ?? '', type_title(report, place.type))
  const signed = [say('Planner', '责任规划师'), say('{}', '{}确认', unit), say('Reviewed', '审核'), say('Date', '日期')]
  const notes = [
    say('Data of {}{}.', '数据：{} 年度{}。', period, synthetic ? say(' (synthetic)', '（合成）') : ''),
    say('† limit without a source checked.', '† 界限数字未查到出处。'),
    say('Half-filled mark: borderline.', '半实心图标：临界。'),
    ranks.length > 0 ? say('Range of the rank: 90 %.', '名次后括号为 90 % 区间。') : '',
    say('This sheet answers only for the figures reported.', '本单只对所报数据负责。')
  ]
  return html`<footer class="foot"><p class="signed">${signed.map(s => html`<span>${s}</span>`)}</p><p>${notes.filter(n => n !== '').join(say(' ', ''))}</p>
<p class="row"><span class="command">${made_by} · ${command}</span><span>${say('{} of {}', '第 {} 页，共 {} 页', number, of)}</span></p></footer>`
}
