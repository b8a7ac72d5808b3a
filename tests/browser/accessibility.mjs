// What axe-core finds serious or critical.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { go, open } from './open.mjs'

const axe = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function faults_of_access(browser, file, view) {
  const { page } = await open(browser, file)
  if (view) await go(page, view)
  await page.evaluate(axe())
  const found = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({ id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.html) })))
  await page.close()
  return found.filter(f => f.impact === 'serious' || f.impact === 'critical').map(f => `${f.impact} ${f.id}, ${f.nodes.length} times: ${f.nodes[0].slice(0, 160)}`)
}
