// What is looked at in one page: messages, requests, width, emptiness.

export const widths = [400, 1280, 2560]

/** Opens a file and collects what it says and asks for; nothing of it should be there. */
export async function open(browser, address, width) {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  page.setDefaultTimeout(120_000) // machines may be slow
  const complaints = []
  page.on('console', message => complaints.push(`console: ${message.text()}`))
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith('file:') && !url.startsWith('data:')) complaints.push(`request: ${url}`)
  })
  await page.goto(address)
  return { page, complaints }
}

/** The views that a report has: the whole, one place of each kind, some indicators. */
export function views({ places, nodes }) {
  const pick = list => [...new Set([list[0], list[Math.floor(list.length / 2)], list.at(-1)])].filter(x => x !== undefined)
  const indicators = nodes.filter(n => n.level === 'indicator')
  return ['#/', ...pick(places).map(p => `#/place/${encodeURIComponent(p.name)}`), ...pick(indicators).map(n => `#/indicator/${encodeURIComponent(n.id)}`)]
}

/** Nothing to read, or wider than its window on a phone. */
export async function faults_of_view(page, width) {
  const { text, scroll, client } = await page.evaluate(() => ({
    text: document.body.innerText.trim().length,
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth
  }))
  const faults = []
  if (text < 100) faults.push(`empty: ${text} characters`)
  if (width === 400 && scroll > client) faults.push(`scrolls sideways: ${scroll} > ${client}`)
  return faults
}
