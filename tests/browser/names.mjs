// Names that could do harm: quotes, HTML, right to left, 200 characters; in a document altered for it.

export const harmful = [
  `"quoted" 'twice' & <b>bold</b>`,
  '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script></td></table>',
  'مدينة \u202Eright to left\u202C \u200Fשלום',
  '长'.repeat(100) + 'x'.repeat(100)
]

/** Places, indicators and keepers under such names. */
export function with_harmful_names(document) {
  const altered = structuredClone(document)
  const places = altered.places.filter(p => p.parent !== '').slice(0, harmful.length)
  const names = new Map(places.map((place, k) => [place.name, harmful[k]]))
  const renamed = name => names.get(name) ?? name
  for (const place of altered.places) {
    if (names.has(place.name)) place.short = renamed(place.name)
    place.name = renamed(place.name)
    place.parent = renamed(place.parent)
  }
  altered.words = altered.words.map(renamed)
  for (const part of [...altered.ranks, ...(altered.map?.features ?? [])]) part.place = renamed(part.place)
  const indicators = altered.nodes.filter(n => n.level === 'indicator').slice(0, harmful.length)
  indicators.forEach((node, k) => {
    node.title = node.short = harmful[k]
    Object.assign(altered.indicators[node.id], { keeper: harmful[k], unit: harmful[k], definition: harmful[k], basis: harmful[k] })
  })
  return altered
}

export async function faults_of_harm(page) {
  const found = await page.evaluate(() => ({ ran: window.harmed === 1, images: document.querySelectorAll('img').length }))
  return [found.ran && 'a script of a name was run', found.images > 0 && 'HTML of a name was taken as HTML'].filter(Boolean)
}
