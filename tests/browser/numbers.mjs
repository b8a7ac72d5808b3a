// Numbers of the sheets against the document that stands in the page: 200 at random, the same ones every time.

const wanted = 200

/** Results in the tables of the sheets, each with its place and its item. */
function shown_results() {
  return [...document.querySelectorAll('.sheet')].flatMap(sheet =>
    [...sheet.querySelectorAll('tr')].flatMap(row => {
      const result = row.querySelector('td.res')
      return result ? [{ place: Number(sheet.dataset.place), item: row.querySelector('th[scope=row]').textContent, text: result.textContent }] : []
    })
  )
}

function random_from(seed) {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
}

function sample(list, n) {
  const random = random_from(13)
  const pool = [...list]
  return Array.from({ length: Math.min(n, pool.length) }, () => pool.splice(Math.floor(random() * pool.length), 1)[0])
}

/** Is the text a rounding of the value? */
export function rounds_to(text, value) {
  const plain = text.replace('−', '-').replaceAll(',', '')
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0
  return Number(plain) === Number(value.toFixed(decimals))
}

/** `value_of(place, item)`: what the document says, undefined where it says nothing. */
export async function faults_of_numbers(page, value_of) {
  const results = sample(await page.evaluate(shown_results), wanted)
  const faults = results
    .map(r => ({ ...r, value: value_of(r.place, r.item) }))
    .filter(r => r.value === undefined || r.value === null || !rounds_to(r.text, r.value))
    .map(r => `number: ${r.item}, place ${r.place}: ${r.text} stands for ${r.value}`)
  return { looked_at: results.length, faults }
}
