// How long a reader waits: measured several times, the middle one counts. Slow machines have three times as long.
import { go, open } from './open.mjs'
import { sample } from './random.mjs'

const slack = 3
const limits = { first_paint: 1000, change: 100 } // ms

const middle = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

export async function first_paint(browser, file) {
  const times = []
  for (let k = 0; k < 5; k++) {
    const { page } = await open(browser, file)
    times.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()))
    await page.close()
  }
  return told('first paint', middle(times), limits.first_paint)
}

/** From the change of address to the frame that shows the place. */
export async function change_of_place(browser, file, { places }) {
  const { page } = await open(browser, file)
  await page.waitForTimeout(500)
  const times = []
  for (const { name } of sample(places.filter(p => p.parent !== ''), 9)) {
    times.push(
      await page.evaluate(
        hash =>
          new Promise(done => {
            const start = performance.now()
            location.hash = hash
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
          }),
        `#/place/${encodeURIComponent(name)}`
      )
    )
    await go(page, '#/')
  }
  await page.close()
  return times.length === 0 ? { faults: [], note: 'only one place' } : told('change of place', middle(times), limits.change)
}

function told(what, time, limit) {
  const note = `${Math.round(time)} ms of ${limit}`
  return { note, faults: time > slack * limit ? [`${what}: ${note}`] : [] }
}
