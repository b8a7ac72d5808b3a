// Opens reports and sheets in a real browser, and fails on whatever a reader would stumble over.
// Usage: node run.mjs --report FILE.html… --sheets FILE.html…   (of each language one)
// CHROMIUM: the browser, /usr/bin/chromium without it. Needs playwright-core.
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { read_document, values_of } from './document.mjs'
import { faults_of_view, open, views, widths } from './look.mjs'
import { faults_of_numbers } from './numbers.mjs'
import { count_pages, faults_of_sheets } from './sheets.mjs'

function files_of(name) {
  const all = process.argv.slice(2)
  const from = all.indexOf(name) + 1
  if (from === 0) return []
  const to = all.findIndex((a, k) => k >= from && a.startsWith('--'))
  return all.slice(from, to < 0 ? undefined : to)
}

const address = file => pathToFileURL(file).href

async function test_report(browser, file) {
  const faults = []
  for (const width of widths) {
    const { page, complaints } = await open(browser, address(file), width)
    for (const view of views(read_document(file))) {
      await page.evaluate(hash => (location.hash = hash), view)
      await page.waitForTimeout(100)
      faults.push(...(await faults_of_view(page, width)).map(f => `${width} px, ${view}: ${f}`))
    }
    faults.push(...complaints.map(c => `${width} px: ${c}`))
    await page.close()
  }
  return { faults, done: `${widths.length} widths` }
}

async function test_sheets(browser, file) {
  const faults = []
  for (const width of widths) {
    const { page, complaints } = await open(browser, address(file), width)
    faults.push(...(await faults_of_view(page, width)), ...complaints)
    if (width === 1280) faults.push(...(await test_print(page, file)))
    await page.close()
  }
  return { faults, done: `${widths.length} widths, print, numbers` }
}

async function test_print(page, file) {
  const document = read_document(file)
  const { sheets, faults } = await faults_of_sheets(page)
  if (sheets.length !== document.places.length) faults.push(`${sheets.length} sheets of ${document.places.length} places`)
  const numbers = await faults_of_numbers(page, values_of(document))
  const pages = count_pages(await page.pdf({ preferCSSPageSize: true }))
  if (pages !== sheets.length) faults.push(`${pages} pages of ${sheets.length} sheets`)
  return [...faults, ...numbers.faults]
}

async function main() {
  const tests = [...files_of('--report').map(f => [test_report, f]), ...files_of('--sheets').map(f => [test_sheets, f])]
  if (tests.length === 0) throw new Error('usage: node run.mjs --report FILE.html… --sheets FILE.html…')
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  let failed = 0
  for (const [test, file] of tests) {
    const { faults, done } = await test(browser, file)
    console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${file}: ${done}`)
    for (const fault of faults) console.log(`       ${fault}`)
    failed += faults.length
  }
  await browser.close()
  process.exitCode = failed === 0 ? 0 : 1
}

await main()
