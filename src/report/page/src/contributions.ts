// Where a place loses its points: categories, and the indicators that cost most.
import { fixed, signed } from './figures'
import { Html, html } from './html'
import type { Place, WeakPoint } from './page'
import type { Report } from './report'
import { href } from './route'
import { listed, say } from './words'

export function contributions(report: Report, place: Place): Html {
  const points = report.weak_points(place.name).filter(w => (w.points_lost ?? 0) > 0)
  const categories = worst_first(points.filter(w => w.level === 'category'))
  const most = Math.max(...categories.map(w => w.points_lost!))
  const lost = points.find(w => w.level === 'index')?.points_lost ?? null
  if (categories.length === 0) return html``
  const title = lost === null ? say('Where points are lost', '失分在哪里') : say('{} points are lost, most of them in {}', '共失 {} 分，最多的是{}', fixed(lost, 1), short(report, categories[0]!))
  return html`<h3 class="sub">${title}</h3><div class="scroll"><table class="t cb"><caption class="unseen">${say('Points lost by category', '各类失分')}</caption>
<thead><tr><th scope="col">${say('Category', '类别')}</th><td></td><th scope="col" class="num">${say('Points lost', '失分')}</th><th scope="col" class="num m0">${say('Like for like', '可比变化')}</th><th scope="col" class="m0">${say('Best among peers', '同类最好')}</th><th scope="col">${say('Costs most', '失分最多的指标')}</th></tr></thead>
<tbody>${categories.map(c => row(report, c, points, most))}</tbody></table></div>`
}

function worst_first(points: WeakPoint[]): WeakPoint[] {
  return [...points].sort((a, b) => b.points_lost! - a.points_lost!)
}

function short(report: Report, { node, title }: WeakPoint): string {
  return report.nodes.get(node)?.short ?? title
}

function row(report: Report, category: WeakPoint, points: WeakPoint[], most: number): Html {
  const below = worst_first(points.filter(w => w.level === 'indicator' && report.top(report.nodes.get(w.node)!).id === category.node)).slice(0, 3)
  const names = below.map(w => html`<a href="${href('indicator', w.node, { place: w.place })}">${short(report, w)}</a> <span class="u">${fixed(w.points_lost, 2)}</span>`)
  const best = category.best_place === '' || category.to_best === null ? '' : say('{}, {} better', '{}，高 {}', report.places.get(category.best_place)?.short ?? category.best_place, fixed(category.to_best, 1))
  return html`<tr><th scope="row">${short(report, category)}</th><td class="barc"><svg width="100%" height="14" aria-hidden="true"><rect width="100%" height="10" y="2" fill="#E6EAEE"/><rect width="${((100 * category.points_lost!) / most).toFixed(1)}%" height="10" y="2" fill="#56657A"/></svg></td>
<td class="num"><b>${fixed(category.points_lost, 1)}</b></td><td class="num m0">${category.change === null ? '' : signed(category.change)}</td><td class="m0">${best}</td><td>${names.map((n, k) => html`${k > 0 && listed(['', ''])}${n}`)}</td></tr>`
}
