// The page's document with the look-ups that every view needs.
import type { CategoryReading, Diagnosis, Figure, HardLimit, IndicatorInfo, NodeInfo, Page, Place, PlaceReading, Problem, Reading, Trend, WeakPoint } from './page'

export class Report {
  readonly nodes = new Map<string, NodeInfo>()
  readonly places = new Map<string, Place>()
  readonly readings = new Map<string, PlaceReading>()
  /** Right below the index. */
  readonly categories: NodeInfo[]
  readonly indicators: NodeInfo[]
  /** The place that the others belong to: the district; nothing where there is none. */
  readonly whole: Place | undefined
  /** All but the whole. */
  readonly parts: Place[]
  private readonly place_numbers = new Map<string, number>()
  private readonly by_place = new Map<string, Map<string, unknown[]>>()

  constructor(readonly page: Page) {
    for (const node of page.nodes) this.nodes.set(node.id, node)
    page.places.forEach((place, k) => {
      this.places.set(place.name, place)
      this.place_numbers.set(place.name, k)
    })
    for (const reading of page.diagnosis.places) this.readings.set(reading.place, reading)
    this.categories = page.nodes.filter(n => n.level === 'category' && n.parent === this.index.id)
    this.indicators = page.nodes.filter(n => n.level === 'indicator')
    const wholes = page.places.filter(p => p.parent === '')
    this.whole = wholes.length === 1 || page.places.length === 1 ? wholes[0] ?? page.places[0] : undefined
    this.parts = page.places.length === 1 ? [] : page.places.filter(p => p !== this.whole)
  }

  get index(): NodeInfo {
    return this.page.nodes[0]!
  }
  /** The category right below the index that a node stands in, or itself. */
  top(node: NodeInfo): NodeInfo {
    let at = node
    while (at.parent !== '' && at.parent !== this.index.id) at = this.nodes.get(at.parent)!
    return at
  }
  indicators_below(category: NodeInfo): NodeInfo[] {
    return this.indicators.filter(n => this.top(n) === category)
  }
  info(indicator: string): IndicatorInfo {
    return this.page.indicators[indicator]!
  }
  reading(place: string, indicator: string): Reading {
    return this.readings.get(place)!.indicators[indicator]!
  }
  category(place: string, category: string): CategoryReading {
    return this.readings.get(place)!.categories[category]!
  }
  /** The title of the grade of a score; '' without one. */
  grade(place: string, node: NodeInfo): string {
    const { grade } = this.category(place, node.id)
    return node.grades.find(g => g.id === grade)?.title ?? ''
  }
  trend(place: string, indicator: string): Trend | undefined {
    return this.of_place('trends', place).find(t => t.node === indicator)
  }
  problems(place: string): Problem[] {
    return this.of_place('problems', place)
  }
  limits(place: string): HardLimit[] {
    return this.of_place('limits', place)
  }
  weak_points(place: string): WeakPoint[] {
    return this.of_place('weak_points', place)
  }
  /** A list of the diagnosis, parted by place when it is first asked for. */
  private of_place<L extends 'trends' | 'problems' | 'limits' | 'weak_points'>(list: L, place: string): Diagnosis[L] {
    let parted = this.by_place.get(list)
    if (parted === undefined) {
      this.by_place.set(list, (parted = new Map<string, unknown[]>()))
      for (const item of this.page.diagnosis[list]) {
        const others = parted.get(item.place)
        if (others === undefined) parted.set(item.place, [item])
        else others.push(item)
      }
    }
    return (parted.get(place) ?? []) as Diagnosis[L]
  }
  /** One value a period. */
  series(place: string, indicator: string): Figure[] {
    return this.page.history.values[indicator]?.[this.place_numbers.get(place)!] ?? []
  }
  scores(place: string, node: string): Figure[] {
    return this.page.history.scores[node]?.[this.place_numbers.get(place)!] ?? []
  }
  /** The light of a period before; see History.lights. */
  light_letter(place: string, indicator: string, period: string): string {
    const k = this.page.history.periods.indexOf(period)
    return this.page.history.lights[indicator]?.[this.place_numbers.get(place)!]?.[k] ?? '-'
  }
  category_letter(place: string, category: string, period: string): string {
    const k = this.page.history.periods.indexOf(period)
    return this.page.history.category_lights?.[category]?.[this.place_numbers.get(place)!]?.[k] ?? '-'
  }
}
