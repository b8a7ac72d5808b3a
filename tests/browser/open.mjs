// Opens pages and collects what they say and ask for; nothing of it should be there.
import { pathToFileURL } from 'node:url'

export const widths = [400, 1280, 2560]

const inside = ['file:', 'data:', 'blob:', 'about:']

export async function open(browser, file, width = 1280) {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  page.setDefaultTimeout(120_000) // machines may be slow
  const complaints = []
  page.on('console', message => complaints.push(`console: ${message.text()}`))
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('request', request => {
    if (!inside.some(scheme => request.url().startsWith(scheme))) complaints.push(`request: ${request.url()}`)
  })
  await page.goto(pathToFileURL(file).href)
  await settle(page)
  return { page, complaints }
}

/** Goes to a view of a report, and waits until it is drawn. */
export async function go(page, view) {
  await page.evaluate(hash => {
    location.hash = hash
  }, view)
  await settle(page)
}

/** Two frames, and whatever waits for a free moment. */
export async function settle(page) {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
}
