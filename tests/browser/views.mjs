// Every view of a report: it is there, it says nothing in the console, it fits a phone.
import { go, open } from './open.mjs'

const first_last_middle = list => [...new Set([list[0], list[Math.floor(list.length / 2)], list.at(-1)])].filter(x => x !== undefined)

const at_place = ({ name }) => `#/place/${encodeURIComponent(name)}`
const at_indicator = ({ id }) => `#/indicator/${encodeURIComponent(id)}`

export function indicators_of({ nodes }) {
  return nodes.filter(n => n.level === 'indicator')
}

/** All of them, or of each kind some. */
export function views({ places, nodes }, all = true) {
  const pick = all ? list => list : first_last_middle
  return ['#/', ...pick(places).map(at_place), ...pick(indicators_of({ nodes })).map(at_indicator)]
}

/** One view of each kind. */
export function kinds_of_views({ places, nodes }) {
  const place = places.find(p => p.parent !== '') ?? places[0]
  const [indicator] = indicators_of({ nodes })
  return { whole: '#/', place: at_place(place), indicator: at_indicator(indicator) }
}

export async function faults_of_report(browser, file, views, width) {
  const { page, complaints } = await open(browser, file, width)
  const faults = []
  for (const view of views) {
    await go(page, view)
    faults.push(...(await faults_of_view(page)).map(f => `${decodeURIComponent(view)}: ${f}`), ...complaints.splice(0).map(c => `${decodeURIComponent(view)}: ${c}`))
  }
  await page.close()
  return faults
}

/** Nothing to read, or wider than its window. */
export async function faults_of_view(page) {
  const { text, scroll, client } = await page.evaluate(() => ({
    text: document.body.innerText.trim().length,
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth
  }))
  const faults = []
  if (text < 100) faults.push(`empty: ${text} characters`)
  if (scroll > client) faults.push(`scrolls sideways: ${scroll} > ${client}`)
  return faults
}
