// Starts the page: reads the document that stands in it, lays out what the address asks for, and keeps to it.
import { after_paint } from './after_paint'
import { board_section } from './board'
import { first_section } from './first'
import { footer } from './footer'
import { header, report_title, type SectionLink } from './header'
import { Html, html } from './html'
import { indicator_view, mount_indicator } from './indicator_view'
import { watch_keys } from './keys'
import { life_section } from './life'
import { read_document } from './packed'
import { mount_place, place_view } from './place_view'
import { print_margin } from './print_margin'
import { Report } from './report'
import { href, read_route, type Route } from './route'
import { sure_section } from './sure'
import { weak_section } from './weak'
import { mount_where, where_section } from './where'
import { say, set_language } from './words'

interface Section extends SectionLink {
  draw: (report: Report) => Html
  mount?: (root: HTMLElement, report: Report) => void
}

function sections_of(report: Report): Section[] {
  const all: Section[] = [
    { id: 'wrong', title: say('What is wrong', '哪里不对'), draw: first_section },
    { id: 'whole', title: say('The whole', '总体怎样'), draw: board_section },
    { id: 'where', title: say('Where', '在哪里'), draw: where_section, mount: mount_where },
    { id: 'since', title: say('Since when', '从何时起'), draw: life_section },
    { id: 'why', title: say('Why', '为什么'), draw: weak_section },
    { id: 'sure', title: say('How sure', '有多可靠'), draw: sure_section }
  ]
  return report.parts.length > 0 ? all : all.filter(s => s.id !== 'where')
}

/** The first section at once, the others after it has been painted. */
function draw_report(root: HTMLElement, report: Report, sections: Section[], then: () => void): void {
  root.innerHTML = html`${sections.map(s => html`<section id="${s.id}" tabindex="-1" aria-label="${s.title}"></section>`)}`.text
  const draw = ({ id, draw, mount }: Section): void => {
    const section = root.querySelector<HTMLElement>('#' + id)!
    section.innerHTML = draw(report).text
    mount?.(section, report)
  }
  const [first, ...others] = sections
  if (first) draw(first)
  after_paint(() => {
    others.forEach(draw)
    then()
  })
}

/** The view of one place or indicator; returns what it is called. */
function draw_view(root: HTMLElement, report: Report, { view, id, options }: Route): string {
  if (view === 'place') {
    root.innerHTML = html`${back()}${place_view(report, id, options)}`.text
    mount_place(root, report, id)
    return id
  }
  root.innerHTML = html`${back()}${indicator_view(report, id, options)}`.text
  mount_indicator(root, report)
  return report.nodes.get(id)?.title ?? id
}

/** To its top, also for those who read with the keyboard. */
function go_to(part: HTMLElement | null): void {
  if (part === null) return
  part.focus({ preventScroll: true })
  if (part.id === 'view') scrollTo(0, 0)
  else part.scrollIntoView()
}

function back(): Html {
  return html`<p class="back"><a href="${href('report')}">${say('← The whole report', '← 整份报告')}</a></p>`
}

function start(): void {
  const report = new Report(read_document(document.getElementById('data')!.textContent))
  set_language(report.page.language)
  document.documentElement.lang = report.page.language
  document.head.append(print_margin(report, report_title(report)))
  const sections = sections_of(report)
  const app = document.getElementById('app')!
  app.innerHTML = html`${header(report, sections)}<main id="report"></main><main id="view" tabindex="-1" hidden></main>${footer(report)}`.text
  const whole = app.querySelector<HTMLElement>('#report')!
  const view = app.querySelector<HTMLElement>('#view')!
  const show = (): void => {
    const route = read_route(location.hash)
    whole.hidden = route.view !== 'report'
    view.hidden = !whole.hidden
    const title = report_title(report) + ' ' + report.page.period
    document.title = whole.hidden ? `${draw_view(view, report, route)} · ${title}` : title
    go_to(whole.hidden ? view : sections.some(s => s.id === route.options['at']) ? document.getElementById(route.options['at']!) : null)
  }
  draw_report(whole, report, sections, () => read_route(location.hash).view === 'report' && show())
  show()
  addEventListener('hashchange', show)
  app.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.hash === location.hash && link.hash !== '') show()
  })
  watch_keys(app, report, sections)
}

start()
