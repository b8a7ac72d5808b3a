// The level of an indicator over time with its path: what the chart draws and the table beside it prints.
import { decimals_of, fixed, none, percent } from './figures'
import { Html, html } from './html'
import { limit_of, limit_text, type Limit } from './limit_text'
import type { Figure } from './page'
import type { Report } from './report'
import { decimals_for } from './spine'
import { breaks_between, times } from './time'
import { say } from './words'

export interface Point {
  time: number
  value: Figure // null parts the line
}

export interface Ahead {
  time: number
  middle: number
  low: number
  high: number
}

export interface Level {
  periods: string[]
  reported: Point[] // with nulls where a line would cross a break or a gap
  path: [Point, Point] | undefined // from the baseline to the target
  target: Point | undefined
  limit: Limit | undefined
  ahead: Ahead[] // from the last value on, at the present pace
  unit: string
}

export function level_of(report: Report, place: string, indicator: string): Level {
  const info = report.info(indicator)
  const { periods } = report.page.history
  const at = times(periods)
  const values = report.series(place, indicator).map((value, k) => ({ time: at[k]!, value }))
  const { baseline, target } = info
  const end = target?.year == null ? undefined : { time: target.year, value: target.value }
  const start = baseline?.year == null ? undefined : { time: baseline.year, value: baseline.value }
  const judged = report.reading(place, indicator).aspects.plan !== 'not_applicable'
  return {
    periods,
    reported: parted(values, info.breaks),
    path: judged && end && start ? [start, end] : undefined,
    target: judged ? end : undefined,
    limit: limit_of(info),
    ahead: ahead(report, place, indicator, values, target?.year ?? null),
    unit: info.unit
  }
}

/** A null between two values where a new series begins. */
function parted(values: Point[], breaks: number[]): Point[] {
  return values.flatMap((point, k) => {
    const before = values[k - 1]
    const cut = before && breaks_between(breaks, before.time, point.time)
    return cut ? [{ time: (before.time + point.time) / 2, value: null }, point] : [point]
  })
}

/** The last value carried on at the trend's pace, with its range, to the target's year or ten years on. */
function ahead(report: Report, place: string, indicator: string, values: Point[], due: Figure): Ahead[] {
  const trend = report.trend(place, indicator)
  const last = values.filter(v => v.value !== null).at(-1)
  const pace = trend?.sen ?? null
  if (last === undefined || last.value === null || pace === null || last.time < 1000) return []
  const value = last.value
  const goal = report.info(indicator).target?.value ?? null
  const there = goal === null || pace === 0 ? Infinity : last.time + (goal - value) / pace
  const far = Math.max(due ?? 0, last.time + (due === null ? 10 : 1))
  const end = there > last.time ? Math.min(far, there) : far // it goes no further than the target
  const least = values.some(v => v.value !== null && v.value < 0) ? -Infinity : 0
  const most = report.info(indicator).unit === '%' && values.every(v => v.value === null || v.value <= 100) ? 100 : Infinity
  const along = (rate: number, time: number): number => Math.min(most, Math.max(least, value + rate * (time - last.time)))
  return [last.time, end].map(time => ({ time, middle: along(pace, time), low: along(trend?.low ?? pace, time), high: along(trend?.high ?? pace, time) }))
}

/** What the lines of the chart are. */
export function level_key(level: Level): string {
  const parts = [say('Solid: reported', '实线为报送值')]
  if (level.path) parts.push(say('dashed blue: path of the plan', '蓝虚线为规划路径'))
  else if (level.target) parts.push(say('blue ring: target of the plan', '蓝圈为规划目标'))
  if (level.limit) parts.push(say('red: limit {}', '红线为界限 {}', limit_text(level.limit) + (level.limit.uncited ? '†' : '')))
  if (level.ahead.length > 0) parts.push(say('dotted: at the present pace, with its range', '点线为照现速外推及其区间'))
  return parts.join(say('; ', '，')) + say('.', '。')
}

// ---- the table ----

export function level_table(level: Level): Html {
  const values = level.reported.map(p => p.value)
  const decimals = Math.max(Math.min(2, decimals_of(...values)), decimals_for(values, [level.limit?.floor ?? null, level.limit?.cap ?? null]))
  const at = times(level.periods)
  const limit = level.limit && (level.limit.floor === null || level.limit.cap === null) ? level.limit.floor ?? level.limit.cap : null
  const rows = level.periods.map((period, k) => row(level, period, at[k]!, decimals, limit))
  return html`<details class="twin" open><summary>${say('Table', '数据表')}</summary><table class="t"><caption class="unseen">${say('Values by period', '历次数值')}</caption><thead><tr><th scope="col">${say('Period', '年')}</th><th scope="col" class="num">${say('Reported', '报送值')}</th>
${level.path && html`<th scope="col" class="num">${say('Path', '路径')}</th>`}${limit !== null && html`<th scope="col" class="num">${say('Less limit', '减界限')}</th><th scope="col" class="num">%</th>`}</tr></thead><tbody>${rows}</tbody></table></details>`
}

function row(level: Level, period: string, time: number, decimals: number, limit: Figure): Html {
  const value = level.reported.find(p => p.time === time)?.value ?? null
  const gap = value === null || limit === null ? null : value - limit
  const share = gap === null || limit === null || limit === 0 ? null : gap / Math.abs(limit)
  return html`<tr><th scope="row">${period}</th><td class="num">${fixed(value, decimals)}</td>${level.path && html`<td class="num">${on_path(level.path, time, decimals)}</td>`}
${limit !== null && html`<td class="num">${fixed(gap, decimals)}</td><td class="num">${percent(share, 1)}</td>`}</tr>`
}

/** The straight line from the baseline to the target, in the years that it spans. */
function on_path([from, to]: [Point, Point], time: number, decimals: number): string {
  if (from.value === null || to.value === null || time < from.time || time > to.time) return none
  return fixed(from.value + ((to.value - from.value) * (time - from.time)) / (to.time - from.time), decimals)
}
