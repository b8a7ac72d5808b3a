// The page of one indicator, at one place: where it stands, where it goes, how others do, what it means.
import { aspects_table, in_time_table } from './aspects'
import { figure } from './figures'
import { Html, html } from './html'
import { light_word } from './light'
import { draw_level } from './level_chart'
import { level_key, level_of, level_table } from './level'
import { limit_of, limit_text } from './limit_text'
import type { NodeInfo, Place } from './page'
import { place_name } from './place_name'
import type { Report } from './report'
import { href } from './route'
import { strip_plot } from './strip_plot'
import { in_its_tongue } from './tongue'
import { mount_twin, twin } from './twin'
import { unit_word } from './units'
import { listed, say } from './words'

export function indicator_view(report: Report, id: string, options: Record<string, string>): Html {
  const node = report.nodes.get(id)
  const place = node?.level === 'indicator' ? place_of(report, node, options['place'] ?? '') : undefined
  if (node === undefined || place === undefined) return missing(id)
  const level = level_of(report, place.name, id)
  return html`<p class="kick">${say('An indicator', '一个指标')} · ${report.top(node).title} · <a href="${place === report.whole ? href('report') : href('place', place.name)}">${place_name(place)}</a></p><h2>${title(report, node, place)}</h2>
<div class="indg"><div><div class="chh"><b>${level.path ? say('Level and path', '水平与规划路径') : level.target ? say('Level and target', '水平与规划目标') : say('Level', '历年水平')}</b><span class="u">${unit_word(level.unit)}</span></div>
<div class="level" data-node="${id}" data-place="${place.name}" role="img" aria-label="${say('{} of {} over the years; the table below has the numbers', '{1}{0}历年数值，数字见下表', node.title, place.name)}"></div><p class="note">${level_key(level)}${breaks(report, id)}</p>${level_table(level)}</div>
<div class="side">${aspects_table(report, place.name, id)}${in_time_table(report, place.name, id)}${definition(report, node)}</div></div>${strip_plot(report, node, place)}${places_with(report, node).length > 0 && twin('places', say('Table of places', '各地方数据表'))}`
}

export function mount_indicator(root: HTMLElement, report: Report): void {
  const into = root.querySelector<HTMLElement>('.level')
  const { node, place } = into?.dataset ?? {}
  if (!into || !node || !place) return
  draw_level(into, level_of(report, place, node), into.getAttribute('aria-label')!)
  mount_twin(root, 'places', () => places_table(report, report.nodes.get(node)!))
}

/** The place that is asked for, else the whole, else the first that has the indicator. */
function place_of(report: Report, node: NodeInfo, asked: string): Place | undefined {
  const has = (place: Place): boolean => report.reading(place.name, node.id).light !== 'not_applicable'
  const named = report.places.get(asked)
  return named ?? (report.whole && has(report.whole) ? report.whole : report.page.places.find(has) ?? report.page.places[0])
}

function missing(id: string): Html {
  return html`<p class="kick">${say('An indicator', '一个指标')}</p><h2>${say('There is no indicator “{}” in this report', '本报告中没有指标“{}”', id)}</h2><p class="lede"><a href="${href('report')}">${say('To the report', '看报告')}</a></p>`
}

/** The diagnosis's own finding; without a problem the value, its light and its limit. */
function title(report: Report, node: NodeInfo, place: Place): string {
  const whose = place === report.whole ? '' : say('{}: ', '{}：', place_name(place))
  const problem = report.problems(place.name).find(p => p.node === node.id && p.state !== 'solved')
  if (problem) return whose + problem.finding
  const { value, unit, light } = report.reading(place.name, node.id)
  const limit = limit_of(report.info(node.id))
  const told = value === null ? '' : say(': {} {}', '：{} {}', figure(value), unit_word(unit))
  const held = limit ? say(', limit {}{}', '，界限 {}{}', limit_text(limit), limit.uncited ? '†' : '') : ''
  return whose + node.title + told + held + say(', {}', '，{}', light_word(light).toLowerCase())
}

function breaks(report: Report, id: string): string {
  const years = report.info(id).breaks.map(String)
  return years.length === 0 ? '' : say(' A new series begins in {}: no line is drawn across.', '{} 年起为新数列，不跨年连线。', listed(years))
}

function definition(report: Report, node: NodeInfo): Html {
  const info = report.info(node.id)
  const rows: [string, string | Html][] = [
    [say('Definition', '定义'), info.definition],
    [say('Formula', '算式'), info.formula && html`<span class="mono">${info.formula}</span>`],
    [say('Score', '得分'), info.score && html`<span class="mono">${info.score}</span>`],
    [say('Weight', '权重'), say('{} % of the index', '占总分 {} %', figure(100 * node.weight, 3))],
    [say('Keeper', '牵头'), info.keeper],
    [say('Sources', '依据'), info.basis],
    [say('Note', '注意'), info.note]
  ]
  return html`<table class="t def"><caption>${say('Definition and sources', '口径与出处')}</caption><tbody>${rows.filter(([, text]) => text !== '').map(([name, text]) => html`<tr><th scope="row">${name}</th><td>${typeof text === 'string' ? in_its_tongue(text) : text}</td></tr>`)}</tbody></table>${info.uncited.length > 0 && html`<p class="note">${say('† not checked against its source', '† 出处未核对')}</p>`}`
}

function places_with(report: Report, { id }: NodeInfo): Place[] {
  return report.parts.filter(({ name }) => report.reading(name, id).light !== 'not_applicable' || report.reading(name, id).value !== null)
}

/** The strip's numbers. */
function places_table(report: Report, node: NodeInfo): Html {
  const row = (place: Place): Html => {
    const { value, rank, of, light, last_year } = report.reading(place.name, node.id)
    return html`<tr><th scope="row"><a href="${href('indicator', node.id, { place: place.name })}">${place.name}</a></th><td class="num">${figure(value)}</td><td class="num">${figure(last_year)}</td><td>${light_word(light)}</td><td class="num">${rank !== null && `${rank}/${of}`}</td></tr>`
  }
  const sorted = places_with(report, node).sort((a, b) => (report.reading(a.name, node.id).rank ?? Infinity) - (report.reading(b.name, node.id).rank ?? Infinity))
  return html`<table class="t places"><thead><tr><th scope="col">${say('Place', '名称')}</th><th scope="col" class="num">${report.page.period}</th><th scope="col" class="num">${say('Value before', '上次数值')}</th><th scope="col">${say('Light', '灯')}</th><th scope="col" class="num">${say('Rank', '名次')}</th></tr></thead><tbody>${sorted.map(row)}</tbody></table>`
}
