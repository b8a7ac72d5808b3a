// What stands in the margin of every printed page: that data are synthetic, and of which report it is a page.
import type { Report } from './report'
import { say } from './words'

export function print_margin(report: Report, title: string): HTMLStyleElement {
  const { synthetic, period } = report.page
  const text = (synthetic ? say('Synthetic data, not to be cited   ', '合成数据，不得引用　') : '') + `${title} ${period}`
  const style = document.createElement('style')
  style.textContent = `@page { @bottom-left { content: ${css_string(text)}; font: 7.5pt 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; color: ${synthetic ? '#755800' : '#46525E'} } }`
  return style
}

/** What would end the string stands by its code. */
function css_string(text: string): string {
  return '"' + text.replace(/["\\\n\r\f<]/g, c => `\\${c.charCodeAt(0).toString(16)} `) + '"'
}
