// node make.mjs LANGUAGE RESULTS OUT COMMAND TEXT: the three pictures of a language.
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const { chromium } = createRequire(resolve('tests/browser/package.json'))('playwright-core')
const [language, results, out, command, text] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })

async function page_of(width, height) {
  return browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 })
}

async function report() {
  const page = await page_of(1280, 800)
  await page.goto('file://' + resolve(results, `report.${language}.html`))
  await page.waitForTimeout(1000)
  await page.screenshot({ path: join(out, `report.${language}.png`) })
}

async function sheet() {
  const page = await page_of(860, 1200)
  await page.goto('file://' + resolve(results, `sheets.${language}.html`))
  await page.waitForTimeout(1000)
  await page.locator('.sheet').nth(23).screenshot({ path: join(out, `sheet.${language}.png`) })
}

async function terminal() {
  const page = await page_of(860, 600)
  await page.setContent(`<body style="margin:0;background:#10202c"><pre style="margin:0;padding:16px 20px;width:max-content;color:#e6edf3;font:14px/1.35 'Noto Sans Mono CJK SC',monospace"></pre>`)
  await page.evaluate(shown => (document.querySelector('pre').textContent = shown), `${command}\n${text}`)
  await page.locator('pre').screenshot({ path: join(out, `terminal.${language}.png`) })
}

await report()
await sheet()
await terminal()
await browser.close()
