// Below everything: what made the page of what.
import { Html, html } from './html'
import type { Report } from './report'
import { say } from './words'

export function footer(report: Report): Html {
  const { synthetic, made_by, framework, map } = report.page
  return html`<footer>${synthetic && html`<b>${say('Synthetic data, not to be cited.', '合成数据，不得引用。')}</b> `}${made_by} · ${framework.id} ${framework.version}${map && html`<span>${say('Boundaries: {}', '边界：{}', map.source)}</span>`}</footer>`
}
