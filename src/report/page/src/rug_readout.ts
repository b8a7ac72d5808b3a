// A cross over the rug, moved by pointer or arrow keys, and the line that reads out the cell under it.
import type { Html } from './html'
import { cell_width, line_height, type RugLayout } from './rug_drawing'

export function mount_readout(rug: HTMLElement, out: HTMLElement, layout: RugLayout, text: (i: number, j: number) => Html): void {
  const cells = rug.querySelector<SVGSVGElement>('.rug-cells')!
  const cross = cells.querySelector('.rug-cross')!
  let at: [number, number] = [0, 0]
  const show = (i: number, j: number): void => {
    if (i < 0 || j < 0 || i >= layout.lines.length || j >= layout.places.length || typeof layout.lines[i] === 'string') return
    at = [i, j]
    out.innerHTML = text(i, j).text
    cross.innerHTML = drawn(layout, i, j)
  }
  cells.addEventListener('pointermove', e => show(...cell_under(cells, layout, e)))
  cells.addEventListener('pointerdown', e => show(...cell_under(cells, layout, e)))
  cells.addEventListener('keydown', e => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[e.key]
    if (step === undefined) return
    e.preventDefault()
    const [i, j] = at
    const skip = typeof layout.lines[i + step[0]!] === 'string' ? 2 : 1
    show(i + skip * step[0]!, j + step[1]!)
  })
}

function cell_under(cells: SVGSVGElement, { top, xs }: RugLayout, e: PointerEvent): [number, number] {
  const box = cells.getBoundingClientRect()
  const x = e.clientX - box.left
  return [Math.floor((e.clientY - box.top - top) / line_height), xs.findIndex(left => x >= left && x < left + cell_width)]
}

function drawn({ lines, xs, top }: RugLayout, i: number, j: number): string {
  const right = xs[xs.length - 1]! + cell_width
  return `<rect x="${xs[j]}" y="${top}" width="${cell_width}" height="${lines.length * line_height}" fill="none" stroke="#17212B"/><rect x="${xs[0]}" y="${top + i * line_height}" width="${right - xs[0]!}" height="${line_height}" fill="none" stroke="#17212B"/>`
}
