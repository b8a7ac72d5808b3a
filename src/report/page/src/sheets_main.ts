// One sheet a place; the whole, which has the report, only where it is the only one. Sheets are drawn where they come into sight, all of them before printing.
import { Html, html } from './html'
import { Locator } from './locator'
import type { Place } from './page'
import { read_document } from './packed'
import { Report } from './report'
import { read_route } from './route'
import { place_title, sheet, type SheetOptions } from './sheet'
import { first_fit, is_overfull, tighter, type Fit } from './sheet_fit'
import { items_of } from './sheet_items'
import { say, set_language } from './words'

const at_once = 100 // sheets; more are drawn when they are looked at

class Sheets {
  private readonly locator: Locator
  private readonly places: Place[]
  private readonly waiting = new Set<HTMLElement>()

  constructor(private readonly report: Report, root: HTMLElement) {
    const { whole, parts } = report
    this.locator = new Locator(report)
    this.places = parts.length > 0 || whole === undefined ? parts : [whole]
    const number = (place: Place): number => report.page.places.indexOf(place)
    root.innerHTML = html`${this.locator.definitions}<main>${this.places.map((place, k) => blank(place, k, number(place)))}</main>`.text
    const articles = [...root.querySelectorAll<HTMLElement>('.sheet')]
    for (const article of articles) this.waiting.add(article)
    if (articles.length <= at_once) this.draw(articles)
    else this.watch(articles)
    addEventListener('beforeprint', () => this.draw([...this.waiting]))
  }

  find(name: string): HTMLElement | undefined {
    const k = this.places.findIndex(p => p.name === name)
    return k < 0 ? undefined : document.getElementById(`sheet-${k}`) ?? undefined
  }

  private watch(articles: HTMLElement[]): void {
    const observer = new IntersectionObserver(entries => this.draw(entries.filter(e => e.isIntersecting).map(e => e.target as HTMLElement)), { rootMargin: '1500px' })
    for (const article of articles) observer.observe(article)
  }

  /** Draws, measures them all as they will be printed, and draws again those that are overfull. */
  private draw(articles: HTMLElement[]): void {
    const drawn = articles.filter(a => this.waiting.delete(a)).map(article => {
      const options = this.options(Number(article.dataset.number))
      return { article, options, fit: first_fit(options.items) }
    })
    for (const d of drawn) put(d.article, d.options, d.fit)
    document.body.classList.add('fitting')
    for (let open = drawn; open.length > 0; ) {
      open = open.filter(d => !d.fit.long && is_overfull(d.article))
      for (const d of open) {
        d.fit = tighter(d.fit, d.options.items) ?? d.fit
        put(d.article, d.options, d.fit)
      }
    }
    document.body.classList.remove('fitting')
  }

  private options(k: number): SheetOptions {
    const place = this.places[k]!
    return { report: this.report, place, items: items_of(this.report, place), locator: this.locator, number: k + 1, of: this.places.length }
  }
}

/** `place_number`: as in the document. */
function blank(place: Place, k: number, place_number: number): Html {
  return html`<article class="sheet" id="sheet-${k}" data-number="${k}" data-place="${place_number}" aria-label="${place_title(place)}"></article>`
}

function put(article: HTMLElement, options: SheetOptions, fit: Fit): void {
  article.classList.toggle('dense', fit.dense)
  article.classList.toggle('small', fit.small)
  article.classList.toggle('long', fit.long)
  article.innerHTML = sheet(options, fit).text
}

function main(): void {
  const page = read_document(document.getElementById('data')!.textContent!)
  set_language(page.language)
  const report = new Report(page)
  document.title = say('Health check sheets {}{}', '体检单 {}{}', page.period, page.synthetic ? say(' (synthetic data)', '（合成数据）') : '')
  const sheets = new Sheets(report, document.getElementById('app')!)
  const follow = (): void => {
    const { view, id } = read_route(location.hash)
    if (view === 'place') sheets.find(id)?.scrollIntoView()
  }
  addEventListener('hashchange', follow)
  follow()
}

main()
