// How a sheet is laid out so that it fills one A4 page: first by counting rows, then, where fonts or long names need more,
// step by step until it fits. Items not met and warnings always have a row.
import type { Items } from './sheet_items'

export interface Fit {
  rows: number // of the table of abnormal items; the rest stands in a paragraph
  watch_table: boolean // or a paragraph
  dense: boolean
  brief: boolean // paragraphs without what a value is held against
  small: boolean // the smallest type that print can stand
  advice: number // sentences
  long: boolean // more than one page
}

const most_rows = 12

export function first_fit({ ill, slate, watch, missing }: Items): Fit {
  const rows = Math.max(ill.length, Math.min(most_rows, ill.length + slate.length))
  const watch_table = watch.length > 0 && watch.length <= 10 && rows + watch.length / 2 <= 15
  const rest = ill.length + slate.length > rows ? 1 : 0
  const load = rows + rest + (watch_table ? Math.ceil(watch.length / 2) : watch.length / 4) + missing.length / 6
  return { rows, watch_table, dense: load > 19, brief: false, small: false, advice: 4, long: false }
}

/** The next tighter; nothing where there is none. */
export function tighter(fit: Fit, { ill }: Items): Fit | undefined {
  if (!fit.dense) return { ...fit, dense: true }
  if (fit.watch_table) return { ...fit, watch_table: false }
  if (!fit.brief) return { ...fit, brief: true }
  if (!fit.small) return { ...fit, small: true }
  if (fit.rows > ill.length) return { ...fit, rows: Math.max(ill.length, fit.rows - 2) }
  if (fit.advice > 2) return { ...fit, advice: fit.advice - 1 }
  return fit.long ? undefined : { ...fit, long: true }
}

/** Measured as printed: nothing cut below or beside, and some room above the foot. */
export function is_overfull(sheet: HTMLElement): boolean {
  const foot = sheet.querySelector<HTMLElement>('.foot')!
  const last = foot.previousElementSibling as HTMLElement
  const gap = foot.offsetTop - (last.offsetTop + last.offsetHeight)
  const wide = [sheet, ...sheet.querySelectorAll('.wide, .halves > *')].some(e => e.scrollWidth > e.clientWidth + 1)
  return sheet.scrollHeight > sheet.clientHeight || gap < 3 || wide
}
