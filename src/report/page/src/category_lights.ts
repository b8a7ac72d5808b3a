// The state of every category at a glance, worst first: part of the first screen.
import { Html, html } from './html'
import { light_mark, light_word, severity } from './light'
import type { Report } from './report'
import { href } from './route'
import { say } from './words'

export function category_lights(report: Report, place: string): Html {
  if (report.categories.length < 2) return html``
  const all = report.categories.map(node => ({ node, light: report.category(place, node.id).light })).sort((a, b) => severity(a.light) - severity(b.light))
  const items = all.map(({ node, light }) => html`<li><a href="${href('report', '', { at: 'whole' })}" title="${node.title} · ${light_word(light)}">${light_mark(light, false, undefined, 12)}${node.short}</a></li>`)
  return html`<ul class="states" aria-label="${say('{} categories, worst first', '{} 类的灯，重者在前', all.length)}">${items}</ul>`
}
