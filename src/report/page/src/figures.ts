// Numbers as people read them.
import type { Figure } from './page'

export const none = '—'

/** Significant digits without trailing zeros; — where it is missing. A real minus sign. */
export function figure(x: Figure, significant = 4): string {
  if (x === null) return none
  if (x === 0) return '0'
  const whole = Math.abs(x) >= 10 ** significant ? Math.round(x).toString() : Number(x.toPrecision(significant)).toString()
  return whole.replace('-', '−')
}

/** With so many decimals. */
export function fixed(x: Figure, decimals: number): string {
  return x === null ? none : x.toFixed(decimals).replace('-', '−')
}

/** With its sign: +3.2, −0.7, 0.0. */
export function signed(x: Figure, decimals = 1): string {
  if (x === null) return none
  const text = fixed(x, decimals)
  return Number(x.toFixed(decimals)) > 0 ? '+' + text : text
}

export function percent(share: Figure, decimals = 0): string {
  return share === null ? none : fixed(100 * share, decimals) + ' %'
}

/** So many decimals that value, limit and what lies between them agree: 342.48 − 333.4 = 9.08. */
export function decimals_of(...numbers: Figure[]): number {
  let most = 0
  for (const x of numbers) {
    if (x === null) continue
    const text = Number(x.toPrecision(6)).toString()
    const point = text.indexOf('.')
    if (point >= 0) most = Math.max(most, Math.min(3, text.length - point - 1))
  }
  return most
}

/** A count with its thousands parted: 3,015. */
export function grouped(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',')
}
