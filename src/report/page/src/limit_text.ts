// The limit that an indicator is judged by, as tables print it.
import { figure } from './figures'
import { Html, html } from './html'
import type { Figure, IndicatorInfo } from './page'

export interface Limit {
  kind: 'standard' | 'target'
  floor: Figure
  cap: Figure
  uncited: boolean
}

/** The standard; without one the target. */
export function limit_of(info: IndicatorInfo): Limit | undefined {
  if (info.standard) return { kind: 'standard', ...info.standard, uncited: info.uncited.includes('standard') }
  if (!info.target) return undefined
  const { value } = info.target
  const higher = info.direction === 'higher'
  return { kind: 'target', floor: higher ? value : null, cap: higher ? null : value, uncited: info.uncited.includes('target') }
}

/** ≥ 8, ≤ 45, 60–80. */
export function limit_text({ floor, cap }: Limit): string {
  if (floor !== null && cap !== null) return floor === cap ? `= ${figure(floor)}` : `${figure(floor)}–${figure(cap)}`
  return floor !== null ? `≥ ${figure(floor)}` : `≤ ${figure(cap)}`
}

/** With † where its source was not checked, a target in italics. */
export function limit_html(limit: Limit | undefined): Html {
  if (limit === undefined) return html`—`
  const text = html`${limit_text(limit)}${limit.uncited && html`<sup>†</sup>`}`
  return limit.kind === 'target' ? html`<i>${text}</i>` : text
}
