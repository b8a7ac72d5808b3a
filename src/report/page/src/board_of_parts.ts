// The board where no place is the whole: how many places have each light in each category.
import { Html, html } from './html'
import { light_word, light_mark, lights } from './light'
import { is_judged_at_all } from './measure'
import type { NodeInfo } from './page'
import type { Report } from './report'
import { counts } from './tally'
import { say } from './words'

export function board_of_parts(report: Report): Html {
  const shown = lights.slice(0, 6)
  const row = (category: NodeInfo): Html => {
    const all = counts(report.page.places.map(p => report.category(p.name, category.id).light))
    return html`<tr><th scope="row" title="${category.title}">${category.short}</th>${shown.map(l => html`<td class="num">${all[l] || ''}</td>`)}</tr>`
  }
  return html`<p class="kick">${say('2  The whole', '二　总体怎样')}</p><h2>${title(report)}</h2>
<div class="scroll"><table class="t narrow"><caption>${say('Places by their light in each category', '各类中各灯的地方数')}</caption>
<thead><tr><th scope="col">${say('Category', '类别')}</th>${shown.map(l => html`<th scope="col" class="num">${light_mark(l, false, ' ')} ${light_word(l)}</th>`)}</tr></thead><tbody>${report.categories.map(row)}</tbody></table></div>`
}

function title(report: Report): string {
  const places = report.page.places
  const red = places.filter(p => report.categories.some(c => report.category(p.name, c.id).light === 'red')).length
  if (!is_judged_at_all(report)) return say('No category of {} places could be judged', '{} 个地方没有一类可以判断', places.length)
  if (red === 0) return say('None of {} places has a red category', '{} 个地方没有一个有亮红灯的类别', places.length)
  return say('{} of {} places have a red category', '{1} 个地方中 {0} 个有亮红灯的类别', red, places.length)
}
