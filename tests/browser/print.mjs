// Reports and sheets on paper: each sheet on its page, nothing cut, all rows of all tables there.
import { spawnSync } from 'node:child_process'

/** Measured in the layout for print. */
export async function faults_of_sheets(page, places) {
  await page.emulateMedia({ media: 'print' })
  const sheets = await page.evaluate(() =>
    [...document.querySelectorAll('.sheet')].map(sheet => {
      const foot = sheet.querySelector('.foot')
      const last = foot.previousElementSibling
      return {
        name: sheet.getAttribute('aria-label'),
        cut: sheet.scrollHeight > sheet.clientHeight,
        gap: foot.offsetTop - last.offsetTop - last.offsetHeight,
        wide: [sheet, ...sheet.querySelectorAll('.wide, .halves > *')].some(e => e.scrollWidth > e.clientWidth + 1),
        long: sheet.classList.contains('long')
      }
    })
  )
  const faults = sheets.filter(s => s.cut || s.wide || s.long || s.gap <= 0).map(s => `sheet of ${s.name}: ${JSON.stringify(s)}`)
  return sheets.length === places ? faults : [...faults, `${sheets.length} sheets of ${places} places`]
}

export async function pdf_of(page) {
  return page.pdf({ preferCSSPageSize: true })
}

/** Pages of the PDF: their objects are not compressed in what Chromium writes. */
export function count_pages(pdf) {
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
}

/** Words with their boxes, and the text, by page; undefined where poppler is missing. */
export function pages_of(pdf) {
  const boxes = poppler(pdf, '-bbox')
  if (boxes === undefined) return undefined
  const texts = poppler(pdf, '-raw').split('\f')
  return boxes.split('<page ').slice(1).map((page, k) => {
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page)
    const words = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)]
    return { width: Number(width), height: Number(height), text: squeezed(texts[k]), words: words.map(w => ({ box: w.slice(1, 5).map(Number), text: w[5] })) }
  })
}

function poppler(pdf, way) {
  const { error, stdout } = spawnSync('pdftotext', [way, '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 29 })
  return error ? undefined : stdout
}

/** Without spaces, and as few kinds of signs as fonts and readers of PDF agree upon. */
function squeezed(text) {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200e\u200f\u2066-\u2069]/g, '')
}

/** Words that reach beyond the paper. */
function faults_of_edges(pages) {
  return pages.flatMap(({ width, height, words }, k) => {
    const out = words.filter(({ box: [left, top, right, bottom] }) => left < -1 || top < -1 || right > width + 1 || bottom > height + 1)
    return out.length === 0 ? [] : [`page ${k + 1}: ${out.length} words beyond the edge, the first “${out[0].text}”`]
  })
}

/** Heads of rows that are laid out, by table: each must stand in the text of the PDF. */
async function row_heads(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('main:not([hidden]) tbody th[scope=row], .sheet tbody th[scope=row]')]
      .filter(th => th.checkVisibility() && !th.closest('details:not([open])'))
      .map(th => th.innerText)
      .filter(text => text.trim() !== '')
  )
}

/** How often each text stands in a longer one must be at least how often it heads a row. */
export async function faults_of_text(page, pages) {
  const text = pages.map(p => p.text).join('')
  const heads = new Map()
  for (const head of await row_heads(page)) heads.set(squeezed(head), (heads.get(squeezed(head)) ?? 0) + 1)
  const lost = [...heads].filter(([head, n]) => text.split(head).length - 1 < n)
  const found = lost.map(([head, n]) => `not in the PDF ${n} times: ${head}`)
  return [...faults_of_edges(pages), ...found.slice(0, 10), ...(heads.size === 0 ? ['no rows of tables'] : [])]
}

/** Each sheet's page has its place's name and its foot. */
export async function faults_of_sheet_pages(page, pages) {
  const sheets = await page.evaluate(() => [...document.querySelectorAll('.sheet')].map(s => ({ name: s.querySelector('.facts dd').innerText, foot: s.querySelector('.foot .row:last-child').innerText })))
  return sheets.flatMap(({ name, foot }, k) => {
    const text = pages[k]?.text ?? ''
    return [name, foot].filter(part => !text.includes(squeezed(part))).map(part => `page ${k + 1} lacks “${part}”`)
  })
}
