// The document in a page, as far as the tests need it: packed (see src/report/page/src/packed.ts) or not.
import { readFileSync } from 'node:fs'

export function read_document(file) {
  const [, text] = /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(readFileSync(file, 'utf8'))
  return JSON.parse(text)
}

/** The last reported value of an indicator at a place, by their numbers and short titles. */
export function values_of(document) {
  const ids = new Map(document.nodes.filter(n => n.level === 'indicator').map(n => [n.short, n.id]))
  const series = document.tables ? packed_series(document) : plain_series(document)
  const at = (document.history?.periods ?? document.periods).indexOf(document.period)
  return (place, item) => series(ids.get(item), place)?.[at]
}

function plain_series({ history }) {
  return (id, place) => history.values[id]?.[place]
}

/** Rows of the table of values: an empty cell repeats the one above, - is none. */
function packed_series({ tables, places, words }) {
  const names = tables.values.columns.split(' ').map(c => c.split(':')[0])
  const place_numbers = new Map(places.map((p, k) => [p.name, k]))
  const found = new Map()
  let above = []
  for (const line of tables.values.rows.split('\n')) {
    above = line.split(',').map((cell, k) => (cell === '' ? above[k] : cell))
    const row = Object.fromEntries(names.map((name, k) => [name, above[k]]))
    const values = names.filter(name => /^t\d+$/.test(name)).map(name => (row[name] === '-' ? null : Number(row[name])))
    found.set(`${words[row.node]}\n${place_numbers.get(words[row.place])}`, values)
  }
  return (id, place) => found.get(`${id}\n${place}`)
}
