// Last score and this one on one line.
import { fixed } from './figures'
import { Html, html } from './html'
import type { Figure } from './page'

/** The scale begins at 40, lower where a score does, and ends at 100. */
export function score_floor(scores: Figure[]): number {
  return Math.max(0, Math.min(40, ...scores.filter(s => s !== null).map(s => 10 * Math.floor(s / 10))))
}

function ticks(floor: number): number[] {
  return [0, 1, 2, 3].map(k => floor + (k * (100 - floor)) / 3)
}

export function dumbbell_axis(floor: number): Html {
  const anchors = ['start', 'middle', 'middle', 'end']
  return html`<svg width="100%" height="14" aria-hidden="true">${ticks(floor).map((t, k) => html`<text x="${(100 * k) / 3}%" y="11" text-anchor="${anchors[k]}">${Math.round(t)}</text>`)}</svg>`
}

export function dumbbell({ now, before }: { now: Figure; before: Figure }, floor: number): Html {
  if (now === null) return html``
  const at = (x: number): string => ((100 * (Math.min(100, Math.max(floor, x)) - floor)) / (100 - floor)).toFixed(1) + '%'
  const grid = ticks(floor).map((_, k) => html`<line x1="${(100 * k) / 3}%" x2="${(100 * k) / 3}%" y2="20" stroke="#E8ECEF"/>`)
  const label = before === null ? fixed(now, 1) : `${fixed(before, 1)} → ${fixed(now, 1)}`
  return html`<svg width="100%" height="20" role="img" aria-label="${label}">${grid}${before !== null && html`<line x1="${at(before)}" x2="${at(now)}" y1="10" y2="10" stroke="#46525E" stroke-width="2.2"/><circle cx="${at(before)}" cy="10" r="3.6" fill="#fff" stroke="#46525E" stroke-width="1.3"/>`}<circle cx="${at(now)}" cy="10" r="4.4" fill="#17212B"/></svg>`
}
