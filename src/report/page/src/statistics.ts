// The little that is reckoned on the page: where things stand in a drawing, never what is judged.

/** Between the ranks, as the program does it (type 7); nothing of nothing. */
export function quantile(numbers: number[], share: number): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  return low === undefined || high === undefined ? undefined : low + (at - Math.floor(at)) * (high - low)
}

export function median(numbers: number[]): number | undefined {
  return quantile(numbers, 0.5)
}

/**
 * Where each column stands along the direction in which the columns differ most (first principal component of a matrix
 * given by rows); larger is larger in sum. By power iteration on the columns' scatter, the same every time.
 */
export function first_component(rows: number[][]): number[] {
  const n = rows[0]?.length ?? 0
  const centred = rows.map(row => {
    const mean = row.reduce((s, x) => s + x, 0) / n
    return row.map(x => x - mean)
  })
  const sums = Array.from({ length: n }, (_, j) => centred.reduce((s, row) => s + row[j]!, 0))
  let at = unit(sums.map((s, j) => s + 1e-6 * (j + 1)))
  for (let step = 0; step < 100; step++) {
    const next = new Array<number>(n).fill(0)
    for (const row of centred) {
      const along = row.reduce((s, x, j) => s + x * at[j]!, 0)
      row.forEach((x, j) => (next[j]! += along * x))
    }
    at = unit(next)
  }
  const sense = at.reduce((s, x, j) => s + x * sums[j]!, 0) < 0 ? -1 : 1
  return at.map(x => sense * x)
}

function unit(v: number[]): number[] {
  const length = Math.hypot(...v)
  return length === 0 ? v : v.map(x => x / length)
}
