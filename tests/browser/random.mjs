// The same choice every time.

function random_from(seed) {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
}

/** So many of a list, or all. */
export function sample(list, n) {
  const random = random_from(13)
  const pool = [...list]
  return Array.from({ length: Math.min(n, pool.length) }, () => pool.splice(Math.floor(random() * pool.length), 1)[0])
}
