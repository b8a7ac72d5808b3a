// What the header's field and button, and the keyboard, do: / finds, 1 to 6 go to a section, Escape to the report.
import type { SectionLink } from './header'
import type { Report } from './report'
import { href } from './route'
import { say } from './words'

export function watch_keys(app: HTMLElement, report: Report, sections: SectionLink[]): void {
  const field = app.querySelector<HTMLInputElement>('#find')!
  field.addEventListener('input', () => field.setCustomValidity(''))
  field.addEventListener('change', () => find(field, report))
  app.querySelector('#print')!.addEventListener('click', () => print())
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    const section = sections[Number(event.key) - 1]
    if (event.key === 'Escape') leave(field, typing)
    else if (typing) return
    else if (event.key === '/') {
      event.preventDefault()
      field.focus()
    } else if (section) location.hash = href('report', '', { at: section.id })
  })
}

function leave(field: HTMLInputElement, typing: boolean): void {
  if (typing) field.blur()
  else location.hash = href('report')
}

/** The place or indicator that is called so; otherwise the first whose name holds the words. */
function find(field: HTMLInputElement, report: Report): void {
  const words = field.value.trim().toLowerCase()
  if (words === '') return
  const places = report.page.places.flatMap(p => [p.name, p.short].map(name => ({ name, to: href('place', p.name) })))
  const indicators = report.indicators.flatMap(n => [n.title, n.short].map(name => ({ name, to: href('indicator', n.id) })))
  const entries = [...places, ...indicators]
  const found = entries.find(e => e.name.toLowerCase() === words) ?? entries.find(e => e.name.toLowerCase().includes(words))
  field.setCustomValidity(found ? '' : say('No place or indicator is called so.', '没有叫这个名称的地方或指标。'))
  if (found === undefined) {
    field.reportValidity()
    return
  }
  location.hash = found.to
  field.value = ''
}
