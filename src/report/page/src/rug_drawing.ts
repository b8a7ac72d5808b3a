// The rug as two drawings that stand side by side: labels, which stay while the other scrolls, and cells.
import { Html, html } from './html'
import { kind_count } from './kinds'
import { light_shape } from './light'
import type { Place } from './page'
import type { Report } from './report'
import { is_ill_cell, type Cell, type RugRow, type RugTable } from './rug_table'
import { is_chinese, say } from './words'

/** A row of cells, or the heading of a category. */
export type RugLine = RugRow | string

export interface RugLayout {
  lines: RugLine[]
  places: Place[]
  xs: number[] // left edge of each column
  width: number // of the cells' drawing
  height: number
  top: number // where the first line begins
  label: number // width of the labels
}

export const cell_width = 19
export const line_height = 15
const panel_gap = 14

export const fills: Record<Cell, string> = {
  red: '#B4232A',
  orange: '#D2690E',
  yellow: '#FAEFC8',
  green: '#EDF3F0',
  quarter: '#56657A',
  middle: '#F1F3F5',
  no_data: 'url(#rug-hatch)',
  blank: 'none'
}

export function rug_layout(table: RugTable, lines: RugLine[], narrow: boolean): RugLayout {
  const xs: number[] = []
  let x = 6
  for (const panel of table.panels) {
    for (const _ of panel.places) {
      xs.push(x)
      x += cell_width
    }
    x += panel_gap
  }
  const top = 20 + name_height(table)
  const label = narrow ? 130 : is_chinese() ? 200 : 232
  return { lines, places: table.panels.flatMap(p => p.places), xs, width: x + 26, height: top + lines.length * line_height + 22, top, label }
}

function name_height(table: RugTable): number {
  const longest = Math.max(...table.panels.flatMap(p => p.places).map(p => name_of(p).length))
  return is_chinese() ? Math.max(2, longest) * 11.5 : longest * 5.6 + 8
}

function name_of(place: Place): string {
  const most = is_chinese() ? 6 : 14
  return place.short.length > most ? place.short.slice(0, most - 1) + '…' : place.short
}

export function draw_rug(report: Report, table: RugTable, layout: RugLayout): Html {
  return html`<div class="rug-part">${labels(report, layout)}${cells(table, layout)}</div>`
}

// ---- labels ----

function labels(report: Report, layout: RugLayout): Html {
  const { lines, top, height, label } = layout
  const width = label + (report.whole ? 26 : 4)
  const head = report.whole && html`<text x="${label + 12}" y="${top - 5}" text-anchor="middle" class="rs">${say('All', '总体')}</text>`
  const foot = html`<text x="${label - 6}" y="${height - 8}" text-anchor="end" class="rs">${say('ill', '异常项数')}</text>`
  return html`<svg class="rug-labels" width="${width}" height="${height}" aria-hidden="true">${head}${lines.map((line, k) => label_of(report, line, top + k * line_height, layout))}${foot}</svg>`
}

function label_of(report: Report, line: RugLine, y: number, { label }: RugLayout): Html {
  if (typeof line === 'string') return html`<text x="0" y="${y + 11.5}" class="rt">${line}</text>`
  const { whole } = report
  const reading = whole && report.reading(whole.name, line.node.id)
  const light = reading && new Html(`<g transform="translate(${label + 6.4} ${y + 1.4}) scale(.8)">${light_shape(reading.light, reading.fragile)}</g>`)
  return html`<text x="${label - 6}" y="${y + 11.5}" text-anchor="end" class="rl">${clipped(line.node.short, label)}</text>${light}`
}

function clipped(text: string, width: number): string {
  const most = Math.floor((width - 8) / (is_chinese() ? 12 : 6.6))
  return text.length > most ? text.slice(0, most - 1) + '…' : text
}

// ---- cells ----

function cells(table: RugTable, layout: RugLayout): Html {
  const { width, height } = layout
  const name = say('Rug of {} indicators and {} places; arrow keys move, the table is below', '毯图：{} 项指标，{} 个单元；方向键移动，数据表在下', table.rows.length, layout.places.length)
  return html`<svg class="rug-cells" width="${width}" height="${height}" role="img" tabindex="0" aria-label="${name}">${heads(table, layout)}${fill_paths(layout)}${marks(layout)}${margins(layout)}<g class="rug-cross" pointer-events="none"></g></svg>`
}

function heads(table: RugTable, { xs, top, places }: RugLayout): Html {
  let first = 0
  const kinds = table.panels.map(panel => {
    const x = xs[first]!
    first += panel.places.length
    return html`<text x="${x}" y="11" class="rt">${kind_count(panel.kind)}</text>`
  })
  return html`${kinds}${places.map((p, j) => (is_chinese() ? upright(name_of(p), xs[j]! + cell_width / 2, top) : slanted(name_of(p), xs[j]! + cell_width / 2, top)))}`
}

function upright(name: string, x: number, top: number): Html {
  return html`${[...name].map((c, k) => html`<text x="${x}" y="${top - 5 - ([...name].length - 1 - k) * 11.5}" text-anchor="middle" class="rs">${c}</text>`)}`
}

function slanted(name: string, x: number, top: number): Html {
  return html`<text transform="translate(${x + 3} ${top - 4}) rotate(-60)" class="rs">${name}</text>`
}

/** One path a colour: thousands of cells are a handful of elements. */
function fill_paths({ lines, xs, top }: RugLayout): Html {
  const paths = new Map<Cell, string>()
  each_cell(lines, (cell, i, j) => {
    const box = `M${xs[j]! + 0.5} ${top + i * line_height + 0.5}h${cell_width - 1}v${line_height - 1}h${1 - cell_width}z`
    paths.set(cell, (paths.get(cell) ?? '') + box)
  })
  return html`${[...paths].filter(([cell]) => cell !== 'blank').map(([cell, d]) => html`<path d="${d}" fill="${fills[cell]}"/>`)}`
}

/** White squares in red, white triangles in orange. */
function marks({ lines, xs, top }: RugLayout): Html {
  let d = ''
  each_cell(lines, (cell, i, j) => {
    const [x, y] = [xs[j]! + cell_width / 2, top + (i + 0.5) * line_height]
    if (cell === 'red') d += `M${x - 2.5} ${y - 2.5}h5v5h-5z`
    if (cell === 'orange') d += `M${x} ${y - 3.4}l3.6 6.4h-7.2z`
  })
  return html`<path d="${d}" fill="#fff"/>`
}

function margins({ lines, xs, top, height, width, places }: RugLayout): Html {
  const sums = places.map(() => 0)
  each_cell(lines, (cell, _, j) => (sums[j]! += Number(is_ill_cell(cell))))
  const rows = lines.map((line, i) => typeof line !== 'string' && line.ill > 0 && html`<text x="${width - 10}" y="${top + i * line_height + 11.5}" text-anchor="end" class="rs">${line.ill}</text>`)
  return html`<text x="${width - 10}" y="${top - 5}" text-anchor="end" class="rs">${say('n', '个数')}</text>${rows}${sums.map((n, j) => html`<text x="${xs[j]! + cell_width / 2}" y="${height - 8}" text-anchor="middle" class="rs">${n}</text>`)}`
}

function each_cell(lines: RugLine[], use: (cell: Cell, i: number, j: number) => void): void {
  lines.forEach((line, i) => {
    if (typeof line !== 'string') line.cells.forEach((cell, j) => use(cell, i, j))
  })
}
