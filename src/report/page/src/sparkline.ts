// Small charts of one series: true year spacing, dashed over a gap, no line at all across a break in the series.
import { Html, esc } from './html'
import { breaks_between, times } from './time'
import type { Figure } from './page'

export interface Sparkline {
  periods: string[]
  values: Figure[]
  breaks?: number[] // years in which a new series begins
  limit?: Figure // a dashed line across
  breach?: 'above' | 'below' // the side of the limit to tint
  path?: { from: Moment; to: Moment } // the way planned, dotted, to its year
  end?: number // the last year shown, if later than the last period
  width?: number
  height?: number
  fluid?: boolean // as wide as where it stands
  dots?: boolean // a dot at every value, not only at the last
  label?: string // read aloud; without it the chart is left to the table around it
}

export interface Moment {
  year: number
  value: number
}

interface Frame {
  width: number
  height: number
  x: (year: number) => number
  y: (value: number) => number
}

interface Dot extends Moment {
  index: number
}

export function sparkline(options: Sparkline): Html {
  const years = times(options.periods)
  const frame = frame_of(options, years)
  const dots = dots_of(options.values, years)
  const { width, height } = frame
  const size = options.fluid ? 'class="spark fluid"' : `class="spark" width="${width}" height="${height}"`
  const name = options.label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${esc(options.label)}"`
  const drawn = [limit_mark(options, frame), path_mark(options, frame), lines(dots, options, frame), points(dots, options, frame)]
  return new Html(`<svg ${size} viewBox="0 0 ${width} ${height}" ${name}>${drawn.join('')}</svg>`)
}

function dots_of(values: Figure[], years: number[]): Dot[] {
  return values.flatMap((value, index) => (value === null ? [] : [{ index, value, year: years[index]! }]))
}

/** Where years and values lie in the picture; the values' range is that of all that is drawn. */
function frame_of(options: Sparkline, years: number[]): Frame {
  const { width = 70, height = 18, path, end } = options
  const shown = [...options.values, options.limit ?? null, path?.from.value ?? null, path?.to.value ?? null].filter(v => v !== null)
  const low = Math.min(...shown), high = Math.max(...shown)
  const first = years[0] ?? 0
  const last = Math.max(years.at(-1) ?? 0, path?.to.year ?? -Infinity, end ?? -Infinity)
  const side = options.dots ? 4 : 3
  const margin = options.dots ? 0.16 * height + 2 : 3
  const x = (year: number): number => (last > first ? side + ((year - first) / (last - first)) * (width - 2 * side - (options.dots ? 6 : 0)) : width / 2)
  const y = (value: number): number => (high > low ? height - margin - ((value - low) / (high - low)) * (height - 2 * margin) : height / 2)
  return { width, height, x, y }
}

function limit_mark({ limit = null, breach }: Sparkline, { width, height, y }: Frame): string {
  if (limit === null) return ''
  const at = y(limit)
  const top = breach === 'above' ? 0 : at
  const tint = breach === undefined ? '' : `<rect y="${at_tenth(top)}" width="${width}" height="${at_tenth(breach === 'above' ? at : height - at)}" fill="#FBEFEF"/>`
  return tint + `<path d="M0 ${at_tenth(at)}H${width}" stroke="#B4232A" stroke-dasharray="3 2"/>`
}

function path_mark({ path }: Sparkline, frame: Frame): string {
  if (path === undefined) return ''
  const end = place_of(path.to, frame)
  const [cx, cy] = end.split(' ')
  return `<path d="M${place_of(path.from, frame)}L${end}" stroke="#1F4E79" stroke-dasharray="1.5 2"/><circle cx="${cx}" cy="${cy}" r="2.2" fill="#fff" stroke="#1F4E79"/>`
}

/** One solid line a run of values, a pale dashed one across missing periods, none across a break. */
function lines(dots: Dot[], { breaks = [] }: Sparkline, frame: Frame): string {
  let solid = '', dashed = ''
  dots.forEach((dot, k) => {
    const before = dots[k - 1]
    const here = place_of(dot, frame)
    if (before === undefined || breaks_between(breaks, before.year, dot.year)) solid += 'M' + here
    else if (dot.index === before.index + 1) solid += 'L' + here
    else {
      dashed += `M${place_of(before, frame)}L${here}`
      solid += 'M' + here
    }
  })
  const pale = dashed === '' ? '' : `<path d="${dashed}" fill="none" stroke="#7A8691" stroke-dasharray="2 2"/>`
  return pale + `<path d="${solid}" fill="none" stroke="#46525E" stroke-width="1.4"/>`
}

/** The last value's dot only where the last period has a value; a value that stands alone keeps a small one. */
function points(dots: Dot[], { values, dots: all = false, breaks = [] }: Sparkline, frame: Frame): string {
  const joined = (a: Dot | undefined, b: Dot | undefined): boolean => a !== undefined && b !== undefined && b.index === a.index + 1 && !breaks_between(breaks, a.year, b.year)
  return dots
    .map((dot, k) => {
      const last = dot.index === values.length - 1
      if (!last && !all && (joined(dots[k - 1], dot) || joined(dot, dots[k + 1]))) return ''
      const [cx, cy] = place_of(dot, frame).split(' ')
      const radius = last ? (all ? 3 : 2.3) : all ? 1.6 : 1.4
      return `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="#17212B"/>`
    })
    .join('')
}

function place_of({ year, value }: Moment, { x, y }: Frame): string {
  return `${at_tenth(x(year))} ${at_tenth(y(value))}`
}

function at_tenth(x: number): number {
  return Math.round(10 * x) / 10
}
