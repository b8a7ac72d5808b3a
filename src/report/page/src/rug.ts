// The tartan rug: every indicator that places have, in every place.
import { figure } from './figures'
import { Html, html } from './html'
import { parts_word } from './kinds'
import { light_mark, light_word } from './light'
import { limit_html, limit_of } from './limit_text'
import type { Report } from './report'
import { draw_rug, fills, rug_layout, type RugLayout, type RugLine } from './rug_drawing'
import { by_category, rug_table, whole_only, type Cell, type RugTable } from './rug_table'
import { href, option, set_option } from './route'
import { mount_readout } from './rug_readout'
import { press, segment } from './segment'
import { mount_twin, twin } from './twin'
import { unit_word } from './units'
import { listed, say } from './words'

const known = new WeakMap<Report, RugTable>()

function table_of(report: Report): RugTable {
  let found = known.get(report)
  if (found === undefined) known.set(report, (found = rug_table(report)))
  return found
}

export function rug(report: Report): Html {
  const table = table_of(report)
  if (table.rows.length === 0) return html``
  const order = segment(say('Order of rows', '行的次序'), [['severity', say('By severity', '按病情')], ['category', say('By category', '按类别')]], 'severity')
  return html`<h3 class="sub pgb">${title(table)}</h3><p class="lede">${how_to_read(report, table)}</p>
<div class="rugbar">${order}<output class="rug-out">${say('Point at a cell to read it', '指向一格看数值')}</output></div>${legend()}
<div class="scroll"><div class="rug"></div></div>
${twin('rug', say('Table', '数据表'))}${whole_strip(report)}`
}

// ---- words ----

function title(table: RugTable): string {
  const cells = table.rows.flatMap(r => r.cells)
  const count = (cell: Cell): number => cells.filter(c => c === cell).length
  const judged = cells.filter(c => c === 'red' || c === 'orange' || c === 'yellow' || c === 'green').length
  const found = [[count('red'), say('{} are not met', '{} 格不达标', count('red'))], [count('orange'), say('{} warn', '{} 格预警', count('orange'))]] as const
  const clauses = found.filter(([n]) => n > 0).map(([, text]) => text)
  const head = say('Of {} cells with a light {}', '有灯的 {} 格中 {}', judged, clauses.length > 0 ? clauses.join(say(' and ', '、')) : say('none is ill', '没有异常'))
  const columns = heaviest(table)
  return columns === '' ? head : head + say('; most ill: {}', '；异常项最多的是{}', columns)
}

function heaviest(table: RugTable): string {
  const places = table.panels.flatMap(p => p.places)
  const sums = places.map((place, j) => ({ place, n: table.rows.filter(r => ['red', 'orange', 'quarter'].includes(r.cells[j]!)).length }))
  const worst = sums.filter(s => s.n > 0).sort((a, b) => b.n - a.n).slice(0, 3)
  return listed(worst.map(s => say('{} ({})', '{}（{} 项）', s.place.short, s.n)))
}

function how_to_read(report: Report, table: RugTable): string {
  const places = table.panels.flatMap(p => p.places).length
  const hidden = table.hidden > 0 ? say(' The {} with most ill; {} more have no column: find them by the search field above.', '只列异常最多的 {} 个，另 {} 个未列，可在页首查找。', places, table.hidden) : ''
  return say('{} indicators that places have × {} {}. With a standard or target: its light; without: whether it is in the worst quarter of its peers, which holds a quarter of such a row by construction, so read columns there. Rows by severity, columns so that like stands beside like.', '{} 项适用于下属单元的指标 × {} 个{}。有标准或目标的看灯；没有的看是否居同类末四分之一，这样的行总有约四分之一，只宜按列看。行按病情排，列按相似排。', table.rows.length, places, parts_word(report)) + hidden
}

function legend(): Html {
  const items: [Cell, string][] = [
    ['red', light_word('red')],
    ['orange', light_word('orange')],
    ['yellow', light_word('yellow')],
    ['green', light_word('green')],
    ['quarter', say('no standard, worst quarter of peers', '无标准，居同类末 1/4')],
    ['middle', say('no standard, others', '无标准，同类居中或靠前')],
    ['no_data', light_word('no_data')]
  ]
  const hatch = html`<defs><pattern id="rug-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><path d="M0 0V5" stroke="#A9B3BD" stroke-width="1.6"/></pattern></defs>`
  return html`<p class="leg rug-leg"><svg width="0" height="0" aria-hidden="true">${hatch}</svg>${items.map(([cell, word]) => html`<span>${swatch(cell)}${word}</span>`)}<span>${say('blank: not applicable', '空白：不适用')}</span></p>`
}

function swatch(cell: Cell): Html {
  const mark = cell === 'red' ? html`<rect x="6" y="4" width="5" height="5" fill="#fff"/>` : cell === 'orange' && html`<path d="M8.5 3l3.6 6.4h-7.2z" fill="#fff"/>`
  const edge = cell === 'green' || cell === 'middle' || cell === 'no_data' ? '#A9B3BD' : 'none'
  return html`<svg width="17" height="13" aria-hidden="true"><rect width="17" height="13" fill="${fills[cell]}" stroke="${edge}"/>${mark}</svg>`
}

/** The indicators that only the whole has. */
function whole_strip(report: Report): Html {
  const { whole } = report
  const nodes = whole_only(report)
  if (!whole || nodes.length === 0) return html``
  const rows = report.categories.map(c => ({ category: c, nodes: nodes.filter(n => report.top(n) === c) })).filter(r => r.nodes.length > 0)
  const glyph = (id: string, name: string): Html => {
    const { light, fragile } = report.reading(whole.name, id)
    return html`<a href="${href('indicator', id)}" title="${name}">${light_mark(light, fragile, say('{}: {}', '{}：{}', name, light_word(light)), 12)}</a>`
  }
  return html`<p class="u dlh">${say('{} more indicators only {} has, by category:', '另 {} 项只适用于{}，不进毯图：', nodes.length, whole.short)}</p>
<dl class="donly">${rows.map(r => html`<div><dt>${r.category.short}</dt><dd>${r.nodes.map(n => glyph(n.id, n.short))}</dd></div>`)}</dl>`
}

// ---- behaviour ----

export function mount_rug(root: HTMLElement, report: Report): void {
  const into = root.querySelector<HTMLElement>('.rug')
  if (into === null) return
  const table = table_of(report)
  const out = root.querySelector<HTMLElement>('.rug-out')!
  const draw = (): void => {
    const layout = rug_layout(table, lines(report, table, option('rug')), document.documentElement.clientWidth < 600)
    into.innerHTML = draw_rug(report, table, layout).text
    mount_readout(into, out, layout, (i, j) => reading_text(report, layout, i, j))
  }
  press(root.querySelector<HTMLElement>('.rugbar')!, option('rug') || 'severity', order => {
    set_option('rug', order === 'category' ? order : '')
    draw()
  })
  draw()
  on_print(into, () => (into.innerHTML = in_two_parts(report, table)), draw)
  mount_twin(root, 'rug', () => values_table(report, table))
}

function lines(report: Report, table: RugTable, order: string): RugLine[] {
  if (order !== 'category') return table.rows
  const rows = by_category(report, table.rows)
  return rows.flatMap((row, k) => {
    const category = report.top(row.node)
    const before = rows[k - 1]
    return before && report.top(before.node) === category ? [row] : [category.short, row]
  })
}

/** On paper: half of the rows, each half under its own head. */
function in_two_parts(report: Report, table: RugTable): string {
  const all = lines(report, table, option('rug'))
  const half = all.length > 36 ? Math.ceil(all.length / 2) : all.length
  const parts = [all.slice(0, half), all.slice(half)].filter(p => p.length > 0)
  return parts.map(p => draw_rug(report, table, rug_layout(table, p, false)).text).join('')
}

function on_print(element: HTMLElement, before: () => void, after: () => void): void {
  const still_here = (act: () => void) => (): void => {
    if (element.isConnected) act()
  }
  addEventListener('beforeprint', still_here(before))
  addEventListener('afterprint', still_here(after))
}

function reading_text(report: Report, layout: RugLayout, i: number, j: number): Html {
  const line = layout.lines[i]
  const place = layout.places[j]
  if (line === undefined || typeof line === 'string' || place === undefined) return html``
  const reading = report.reading(place.name, line.node.id)
  const limit = limit_of(report.info(line.node.id))
  const peers = line.cells[j] === 'quarter' ? say(', worst quarter of peers', '，居同类末 1/4') : ''
  return html`<b>${place.name}</b> ${line.node.short} <b>${figure(reading.value)}</b> ${unit_word(reading.unit)} ${limit && html`${say('limit', '界限')} ${limit_html(limit)} `}${light_mark(reading.light, reading.fragile)} ${light_word(reading.light)}${peers}`
}

function values_table(report: Report, { panels, rows }: RugTable): Html {
  const places = panels.flatMap(p => p.places)
  const cell = (place: string, indicator: string): Html => {
    const { value, light } = report.reading(place, indicator)
    return html`<td class="num">${light_mark(light)} ${figure(value)}</td>`
  }
  return html`<table class="t rug-values"><thead><tr><th scope="col">${say('Indicator', '指标')}</th><th scope="col">${say('Unit', '单位')}</th>${places.map(p => html`<th scope="col" class="num">${p.short}</th>`)}</tr></thead>
<tbody>${rows.map(r => html`<tr><th scope="row">${r.node.short}</th><td class="u">${unit_word(report.info(r.node.id).unit)}</td>${places.map(p => cell(p.name, r.node.id))}</tr>`)}</tbody></table>`
}
