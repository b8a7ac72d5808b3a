// Periods as points in time, so that charts space them truly.

/** '2021' → 2021, '2021H2' → 2021.5, '2021Q4' → 2021.75, '2021-07' → 2021.5; NaN where it is no such period. */
export function year_of(period: string): number {
  const parts = /^(\d{4})(?:-?([HQ]?)(\d{1,2}))?/.exec(period)
  if (parts === null) return NaN
  const [, year, unit, part] = parts
  if (part === undefined) return Number(year)
  const parts_a_year = unit === 'H' ? 2 : unit === 'Q' ? 4 : 12
  return Number(year) + (Number(part) - 1) / parts_a_year
}

/** One point in time a period: years where all can be read as such, otherwise one step each. */
export function times(periods: string[]): number[] {
  const years = periods.map(year_of)
  return years.some(Number.isNaN) ? periods.map((_, k) => k) : years
}

/** 2015, 2018–2022: what a list of periods covers. */
export function spans(periods: string[]): string[] {
  const out: string[] = []
  for (let k = 0; k < periods.length; ) {
    let end = k
    while (end + 1 < periods.length && year_of(periods[end + 1]!) - year_of(periods[end]!) === 1) end++
    out.push(end > k ? `${periods[k]}–${periods[end]}` : periods[k]!)
    k = end + 1
  }
  return out
}

/** A new series begins between the two points in time. */
export function breaks_between(breaks: number[], before: number, after: number): boolean {
  return breaks.some(year => before < year && year <= after)
}
