// 200 numbers at random, the same ones every time: the document's against the program's tables, and some of those
// shown against the document.
import { index_of, rows_of } from './document.mjs'
import { go } from './open.mjs'
import { sample } from './random.mjs'

const wanted = 200

/** Every number that both the document and the tables have: {what, document, table, digits}. */
function pairs(document, { scores, indicators, problems }) {
  return [...series_pairs(document, indicators), ...reading_pairs(document, indicators), ...score_pairs(document, scores), ...problem_pairs(document, problems)]
}

const number = text => (text === '' || text === undefined ? null : Number(text))

function series_pairs(document, indicators) {
  const values = index_of(rows_of(document, 'values'), 'place', 'node')
  return indicators.flatMap(row => {
    const k = document.periods.indexOf(row.period)
    const found = values.get(`${row.place}\n${row.node}`)
    if (k < 0 || found === undefined) return number(row.value) === null || k < 0 ? [] : [{ what: `value ${row.place} ${row.period} ${row.node}`, document: null, table: number(row.value), digits: 8 }]
    return [{ what: `value ${row.place} ${row.period} ${row.node}`, document: found[`t${k}`], table: number(row.value), digits: 8 }]
  })
}

const of_readings = { last_year: 8, expected: 6, progress: 6, peers_median: 6, rank: 8, of: 8, score: 6 }

function reading_pairs(document, indicators) {
  const readings = index_of(rows_of(document, 'readings'), 'place', 'node')
  return indicators
    .filter(row => row.period === document.period)
    .flatMap(row => compare(`${row.place} ${row.node}`, readings.get(`${row.place}\n${row.node}`), row, of_readings))
}

const of_scores = { score: 6, coverage: 6, rank: 8, scored: 8, of: 8 }

function score_pairs(document, scores) {
  const categories = index_of(rows_of(document, 'categories'), 'place', 'node')
  return scores
    .filter(row => row.period === document.period && row.level !== 'indicator')
    .flatMap(row => compare(`${row.place} ${row.node}`, categories.get(`${row.place}\n${row.node}`), row, of_scores))
}

const of_problems = { value: 8, reference: 8, gap: 6, points_lost: 6, share_of_places: 6 }

function problem_pairs(document, problems) {
  const found = index_of(rows_of(document, 'problems'), 'place', 'node', 'kind')
  return problems
    .filter(row => row.period === document.period)
    .flatMap(row => compare(`problem ${row.id}`, found.get(`${row.place}\n${row.node}\n${row.kind}`), row, of_problems))
}

function compare(what, found, row, columns) {
  if (found === undefined) return []
  return Object.entries(columns).map(([column, digits]) => ({ what: `${what} ${column}`, document: found[column], table: number(row[column]), digits }))
}

function equal({ document, table, digits }) {
  if (document === null || table === null) return document === table
  return document === table || document.toPrecision(digits) === table.toPrecision(digits)
}

/** Only pairs with a number on one side at least are looked at. */
export function faults_of_document(document, tables) {
  const chosen = sample(pairs(document, tables).filter(p => p.document !== null || p.table !== null), wanted)
  const faults = chosen.filter(p => !equal(p)).map(p => `${p.what}: ${p.document} stands for ${p.table}`)
  return chosen.length < wanted ? [...faults, `only ${chosen.length} numbers of ${wanted}`] : faults
}

// ---- what is shown ----

/** Is the text a rounding of the value? */
export function rounds_to(text, value) {
  const plain = text.replace('−', '-').replaceAll(',', '')
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0
  return Number(plain) === Number(value.toFixed(decimals))
}

/** The last value of an indicator at a place, by its name. */
function last_values(document) {
  const values = index_of(rows_of(document, 'values'), 'place', 'node')
  const k = document.periods.indexOf(document.period)
  return (place, node) => values.get(`${place}\n${node}`)?.[`t${k}`] ?? null
}

function wrong_texts(document, shown) {
  const value_of = last_values(document)
  return shown.flatMap(({ place, node, text }) => {
    const value = value_of(place, node)
    const right = value === null ? text === '—' || text === '' : text !== '—' && rounds_to(text, value)
    return right ? [] : [`${place} ${node}: ${text} stands for ${value}`]
  })
}

/** The rows of some places' own views. */
export async function faults_of_places(page, document) {
  const faults = []
  for (const { name } of sample(document.places.filter(p => p.parent !== ''), 3)) {
    await go(page, `#/place/${encodeURIComponent(name)}`)
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.sp tbody tr:not(.ch)')].map(row => ({
        node: decodeURIComponent(/#\/indicator\/([^?]*)/.exec(row.querySelector('th a').getAttribute('href'))[1]),
        text: row.querySelector('td.v').textContent.trim()
      }))
    )
    if (shown.length === 0) faults.push(`${name}: no rows`)
    faults.push(...wrong_texts(document, shown.map(s => ({ place: name, ...s }))))
  }
  return faults
}

/** Results in the tables of the sheets. */
export async function faults_of_results(page, document) {
  const ids = new Map(document.nodes.filter(n => n.level === 'indicator').map(n => [n.short, n.id]))
  const results = await page.evaluate(() =>
    [...document.querySelectorAll('.sheet')].flatMap(sheet =>
      [...sheet.querySelectorAll('tr')].flatMap(row => {
        const result = row.querySelector('td.res')
        return result ? [{ place: Number(sheet.dataset.place), item: row.querySelector('th[scope=row]').textContent, text: result.textContent }] : []
      })
    )
  )
  const shown = sample(results, wanted).map(r => ({ place: document.places[r.place].name, node: ids.get(r.item), text: r.text }))
  return wrong_texts(document, shown)
}
