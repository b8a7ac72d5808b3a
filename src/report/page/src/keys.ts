// What the header's field and button, and the keyboard, do: / finds, 1 to 6 go to a section, Escape to the report.
import type { SectionLink } from './header'
import type { Report } from './report'
import { href } from './route'

export function watch_keys(app: HTMLElement, report: Report, sections: SectionLink[]): void {
  const field = app.querySelector<HTMLInputElement>('#find')!
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
  const entries = [...report.page.places.map(p => ({ name: p.name, to: href('place', p.name) })), ...report.indicators.map(n => ({ name: n.title, to: href('indicator', n.id) }))]
  const found = entries.find(e => e.name.toLowerCase() === words) ?? entries.find(e => e.name.toLowerCase().includes(words))
  if (found === undefined) return
  location.hash = found.to
  field.value = ''
}
