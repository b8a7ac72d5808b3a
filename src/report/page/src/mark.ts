// The mark of a reading: its light; without a standard the worst quarter of its peers in slate.
import { Html } from './html'
import { is_ill, light_mark, light_shape, light_word } from './light'
import type { Reading } from './page'
import { say } from './words'

/** Without a standard, and in the worst quarter of its peers. */
export function in_worst_quarter(reading: Reading): boolean {
  return reading.light === 'no_standard' && is_ill(reading.aspects.peers)
}

export function is_abnormal(reading: Reading): boolean {
  return is_ill(reading.light) || in_worst_quarter(reading)
}

const slate = '<circle cx="7" cy="7" r="5" fill="#56657A"/>'

/** Within a box of 14 x 14. */
export function mark_shape(reading: Reading): string {
  return in_worst_quarter(reading) ? slate : light_shape(reading.light, reading.fragile)
}

export function mark(reading: Reading): Html {
  if (!in_worst_quarter(reading)) return light_mark(reading.light, reading.fragile)
  return new Html(`<svg class="g" width="14" height="14" viewBox="0 0 14 14" role="img" aria-label="${say('No standard, worst quarter of peers', '无标准，居同类末四分之一')}">${slate}</svg>`)
}

export function mark_word(reading: Reading): string {
  return in_worst_quarter(reading) ? say('Worst quarter', '同类末 1/4') : light_word(reading.light)
}

/** Red, orange, worst quarter, the rest by severity. */
export function mark_rank(reading: Reading): number {
  if (in_worst_quarter(reading)) return 1.5
  return ['red', 'orange', 'yellow', 'green', 'no_standard', 'no_data', 'not_applicable'].indexOf(reading.light)
}
