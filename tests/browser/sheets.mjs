// Sheets as they are printed: each on its page, nothing cut.

/** Measured in the layout for print. */
export async function faults_of_sheets(page) {
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
  return { sheets, faults }
}

/** Pages of the PDF: their objects are not compressed in what Chromium writes. */
export function count_pages(pdf) {
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
}
