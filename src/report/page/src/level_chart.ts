// The chart of level and path. ECharts, as little of it as does, drawn as SVG so that it prints sharp.
import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { figure, none } from './figures'
import { limit_text } from './limit_text'
import type { Ahead, Level, Point } from './level'
import { say } from './words'

use([LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

type Series = Record<string, unknown>

/** Draws when it is scrolled to, and again whenever its width changes. */
export function draw_level(into: HTMLElement, level: Level, name: string): void {
  const seen = new IntersectionObserver(entries => {
    if (entries.some(e => e.isIntersecting)) draw()
  }, { rootMargin: '200px' })
  let chart: ECharts | undefined
  const draw = (): void => {
    if (chart || !into.isConnected) return
    seen.disconnect()
    const made = (chart = init(into, undefined, { renderer: 'svg' }))
    made.setOption(options(level, name, into))
    new ResizeObserver(() => {
      if (!into.isConnected) return made.dispose()
      made.resize()
      made.setOption(options(level, name, into), true)
    }).observe(into)
  }
  seen.observe(into)
  addEventListener('beforeprint', () => {
    draw()
    if (into.isConnected) chart?.resize({ width: 640, height: 340 })
  })
  addEventListener('afterprint', () => into.isConnected && chart?.resize({ width: 'auto', height: 'auto' }))
}

function options(level: Level, name: string, into: HTMLElement): Record<string, unknown> {
  const wide = into.clientWidth >= 500
  const text = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: '#46525E' }
  const times = level.reported.map(p => p.time)
  const last = Math.max(...times, level.target?.time ?? -Infinity, level.ahead.at(-1)?.time ?? -Infinity)
  const periods = times.every(t => t < 1000)
  const range = { min: Math.min(...times, level.path?.[0].time ?? Infinity), max: last }
  return {
    animation: false,
    textStyle: { fontFamily: text.fontFamily },
    aria: { enabled: true, label: { description: name } },
    grid: { left: 8, right: wide ? 116 : 16, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', confine: true, textStyle: { fontSize: 12, color: '#17212B' }, valueFormatter: (v: unknown) => (typeof v === 'number' ? figure(v, 5) : none) },
    xAxis: { type: 'value', ...range, minInterval: 1, axisLabel: { ...text, hideOverlap: true, formatter: (t: number) => (periods ? level.periods[t] ?? '' : String(t)) }, axisLine: { lineStyle: { color: '#46525E' } }, axisTick: { show: true }, splitLine: { show: false } },
    yAxis: { type: 'value', scale: true, axisLabel: { ...text, formatter: (v: number) => figure(v, 6) }, splitLine: { lineStyle: { color: '#E8ECEF' } } },
    series: [...pace_lines(level.ahead, wide), ...path_line(level, wide), ...limit_lines(level, range, wide), reported_line(level.reported)]
  }
}

const line = (name: string, data: unknown[], style: Series): Series => ({ type: 'line', name, data, symbol: 'none', silent: true, ...style })

const end_label = (wide: boolean, text: string, color: string, offset = 0): Series => ({ show: wide, formatter: text, color, fontSize: 12, offset: [0, offset] })

/** The band is two lines, the upper stacked upon the lower. */
function pace_lines(ahead: Ahead[], wide: boolean): Series[] {
  if (ahead.length === 0) return []
  const word = say('at this pace', '照现速外推')
  const hidden = { stack: 'band', stackStrategy: 'all', lineStyle: { opacity: 0 }, tooltip: { show: false } }
  const low = ahead.map(a => [a.time, Math.min(a.low, a.high)])
  const more = ahead.map(a => [a.time, Math.abs(a.high - a.low)])
  return [
    line('', low, hidden),
    line('', more, { ...hidden, areaStyle: { color: '#56657A', opacity: 0.14 } }),
    line(word, ahead.map(a => [a.time, a.middle]), { lineStyle: { color: '#56657A', width: 1.2, type: [2, 2] }, endLabel: end_label(wide, word, '#46525E', 9) })
  ]
}

function path_line({ path, target }: Level, wide: boolean): Series[] {
  const points = path ?? (target ? [target] : [])
  if (points.length === 0) return []
  const word = path ? say('path of the plan', '规划路径') : say('target', '规划目标')
  const ring = { symbol: 'circle', symbolSize: 6, itemStyle: { color: '#fff', borderColor: '#1F4E79', borderWidth: 1.5 } }
  return [line(word, points.map(pair), { ...ring, lineStyle: { color: '#1F4E79', width: 1.5, type: [5, 3] }, endLabel: end_label(wide, word, '#1F4E79', -9) })]
}

function limit_lines({ limit }: Level, { min, max }: { min: number; max: number }, wide: boolean): Series[] {
  if (!limit) return []
  const text = limit_text(limit) + (limit.uncited ? '†' : '')
  return [limit.floor, limit.cap].flatMap(value =>
    value === null ? [] : [line(say('limit', '界限'), [[min, value], [max, value]], { lineStyle: { color: '#B4232A', width: 1.3 }, tooltip: { show: false }, endLabel: end_label(wide, text, '#A01C24', 9) })]
  )
}

function reported_line(points: Point[]): Series {
  return { ...line(say('reported', '报送值'), points.map(pair), {}), silent: false, symbol: 'circle', symbolSize: 7, showAllSymbol: true, connectNulls: false, itemStyle: { color: '#17212B' }, lineStyle: { color: '#17212B', width: 2 } }
}

function pair({ time, value }: Point): [number, number | null] {
  return [time, value]
}
