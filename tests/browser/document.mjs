// The document in a page, read apart from the page's own code: see src/report/page/src/packed.ts for its form.
import { readFileSync } from 'node:fs'

const place_of_document = /(<script type="application\/json"[^>]*>)([^]*?)(<\/script>)/

export function read_document(file) {
  return JSON.parse(place_of_document.exec(readFileSync(file, 'utf8'))[2])
}

/** The page of a file with another document in it. */
export function with_document(file, document) {
  const text = JSON.stringify(document).replaceAll('<', '\\u003c')
  return readFileSync(file, 'utf8').replace(place_of_document, (_, before, __, after) => before + text + after)
}

/** A packed table: an object a row, of numbers, words (texts), lists of words and truths. */
export function rows_of({ tables, words }, name) {
  const { columns, rows } = tables[name]
  if (rows === '') return []
  const heads = columns.split(' ').map(c => c.split(':'))
  let above = []
  return rows.split('\n').map(line => {
    above = line.split(',').map((cell, k) => (cell === '' ? above[k] : cell))
    return Object.fromEntries(heads.map(([column, kind], k) => [column, cell_of(kind, above[k], words)]))
  })
}

function cell_of(kind, cell, words) {
  if (kind === 'l') return cell === '-' ? [] : cell.split(' ').map(k => words[Number(k)])
  if (cell === '-') return null
  return kind === 'w' ? words[Number(cell)] : kind === 'b' ? cell === '1' : Number(cell)
}

/** Numbers of the document's tables by what they are of. */
export function index_of(rows, ...keys) {
  return new Map(rows.map(row => [keys.map(k => row[k]).join('\n'), row]))
}
