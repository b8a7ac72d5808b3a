// Files that the program writes as tables.
import { readFileSync } from 'node:fs'

/** An object a row, of texts. */
export function read_csv(file) {
  const [head, ...rows] = records(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  return rows.map(cells => Object.fromEntries(head.map((name, k) => [name, cells[k]])))
}

function records(text) {
  const all = []
  let row = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1 || row[0] !== '') all.push(row)
    row = []
  }
  return all
}
