// Opens a report and its sheets in a real browser, and fails on whatever a reader would stumble over.
//
// Usage: node run.mjs FOLDER [PICTURES]
//   FOLDER    report.zh.html, report.en.html, sheets.zh.html, sheets.en.html of one run, and its scores.csv,
//             indicators.csv, problems.csv
//   PICTURES  where pictures and altered pages are left; FOLDER/browser without it
// CHROMIUM is the browser, /usr/bin/chromium without it. Prints a line a check and their number; the exit code is 0 if
// all are well, 1 if one is not, 77 where playwright-core, axe-core or the browser is missing.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faults_of_access } from './accessibility.mjs'
import { read_csv } from './csv.mjs'
import { read_document, with_document } from './document.mjs'
import { faults_of_harm, with_harmful_names } from './names.mjs'
import { faults_of_document, faults_of_places, faults_of_results } from './numbers.mjs'
import { open, settle, widths } from './open.mjs'
import { count_pages, faults_of_sheet_pages, faults_of_sheets, faults_of_text, pages_of, pdf_of } from './print.mjs'
import { change_of_place, first_paint } from './speed.mjs'
import { faults_of_report, faults_of_view, kinds_of_views, views } from './views.mjs'

const browser_path = process.env.CHROMIUM ?? '/usr/bin/chromium'

let checks = 0
let failed = 0

/** Counts and tells one check; `test` returns faults, or faults and a note. */
async function check(name, test) {
  checks++
  const result = await Promise.resolve().then(test).catch(error => [String(error.stack ?? error)])
  const { faults, note = '' } = Array.isArray(result) ? { faults: result } : result
  if (faults.length > 0) failed++
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name}${note === '' ? '' : `: ${note}`}`)
  for (const fault of faults.slice(0, 20)) console.log(`       ${fault}`)
  if (faults.length > 20) console.log(`       and ${faults.length - 20} more`)
}

async function on_page(browser, file, width, test) {
  const { page, complaints } = await open(browser, file, width)
  const result = await test(page)
  await page.close()
  return Array.isArray(result) ? [...result, ...complaints] : { ...result, faults: [...result.faults, ...complaints] }
}

// ---- the report ----

async function check_report(browser, { file, language, tables, pictures }) {
  const document = read_document(file)
  for (const width of widths) {
    const chosen = views(document, width === 1280)
    await check(`report ${language}, ${width} px: ${chosen.length} views`, () => faults_of_report(browser, file, chosen, width))
  }
  await check(`report ${language}: numbers of the document`, () => faults_of_document(document, tables))
  await check(`report ${language}: numbers of places`, () => on_page(browser, file, 1280, page => faults_of_places(page, document)))
  for (const [kind, view] of Object.entries(kinds_of_views(document))) await check(`report ${language}, ${kind}: accessible`, () => faults_of_access(browser, file, view))
  await check(`report ${language}: printed`, () => on_page(browser, file, 1280, printed_report))
  await check(`report ${language}: names that could do harm`, () => harmless_report(browser, file, document, join(pictures, `names.${language}.html`)))
  await check(`report ${language}: first paint`, () => first_paint(browser, file))
  await check(`report ${language}: change of place`, () => change_of_place(browser, file, document))
  await check(`report ${language}: picture of the first screen`, () => on_page(browser, file, 1280, page => picture(page, join(pictures, `first.${language}.png`))))
}

async function printed_report(page) {
  const pdf = await pdf_of(page)
  await page.emulateMedia({ media: 'print' })
  const pages = pages_of(pdf)
  const note = `${count_pages(pdf)} pages`
  return pages === undefined ? { faults: [], note: note + ', text not looked at: no pdftotext' } : { faults: await faults_of_text(page, pages), note }
}

async function harmless_report(browser, file, document, altered_file) {
  const altered = with_harmful_names(document)
  writeFileSync(altered_file, with_document(file, altered))
  const shown = views({ places: altered.places.slice(0, 5), nodes: altered.nodes.filter(n => n.level === 'indicator').slice(0, 4) })
  const faults = []
  for (const width of [400, 1280]) faults.push(...(await faults_of_report(browser, altered_file, shown, width)).map(f => `${width} px, ${f}`))
  return [...faults, ...(await on_page(browser, altered_file, 1280, faults_of_harm))]
}

async function picture(page, file) {
  await settle(page)
  await page.screenshot({ path: file })
  return { faults: [], note: file }
}

// ---- the sheets ----

async function check_sheets(browser, { file, language, pictures }) {
  const document = read_document(file)
  for (const width of widths) await check(`sheets ${language}, ${width} px`, () => on_page(browser, file, width, faults_of_view))
  await check(`sheets ${language}: numbers`, () => on_page(browser, file, 1280, page => faults_of_results(page, document)))
  await check(`sheets ${language}: accessible`, () => faults_of_access(browser, file))
  await check(`sheets ${language}: printed`, () => on_page(browser, file, 1280, page => printed_sheets(page, sheets_of(document))))
  await check(`sheets ${language}: names that could do harm`, () => harmless_sheets(browser, file, document, join(pictures, `names.sheets.${language}.html`)))
}

/** The whole has the report: a sheet is for each of its parts. */
function sheets_of({ places }) {
  return places.filter(p => p.parent !== '').length || places.length
}

async function printed_sheets(page, places) {
  const faults = await faults_of_sheets(page, places)
  const pdf = await pdf_of(page)
  const note = `${count_pages(pdf)} pages`
  if (count_pages(pdf) !== places) faults.push(`${note} of ${places} sheets`)
  const pages = pages_of(pdf)
  if (pages === undefined) return { faults, note: note + ', text not looked at: no pdftotext' }
  return { faults: [...faults, ...(await faults_of_text(page, pages)), ...(await faults_of_sheet_pages(page, pages))], note }
}

async function harmless_sheets(browser, file, document, altered_file) {
  writeFileSync(altered_file, with_document(file, with_harmful_names(document)))
  return on_page(browser, altered_file, 1280, async page => [...(await faults_of_view(page)), ...(await faults_of_harm(page))])
}

// ---- all of them ----

function skip(why) {
  console.log(`skipped: ${why}`)
  process.exit(77)
}

async function browser_or_skip() {
  const found = await Promise.all([import('playwright-core'), import('axe-core')]).catch(() => undefined)
  if (found === undefined) skip('no playwright-core or axe-core (npm ci in tests/browser)')
  if (!existsSync(browser_path)) skip(`no browser ${browser_path} (apt-get install chromium, or set CHROMIUM)`)
  return found[0].chromium.launch({ executablePath: browser_path, args: ['--no-sandbox'] })
}

async function main() {
  const [folder, pictures = folder && join(folder, 'browser')] = process.argv.slice(2)
  if (folder === undefined) throw new Error('usage: node run.mjs FOLDER [PICTURES]')
  const browser = await browser_or_skip()
  mkdirSync(pictures, { recursive: true })
  const tables = Object.fromEntries(['scores', 'indicators', 'problems'].map(name => [name, read_csv(join(folder, `${name}.csv`))]))
  for (const language of ['zh', 'en']) {
    await check_report(browser, { file: join(folder, `report.${language}.html`), language, tables, pictures })
    await check_sheets(browser, { file: join(folder, `sheets.${language}.html`), language, pictures })
  }
  await browser.close()
  console.log(`${checks} checks, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

await main()
