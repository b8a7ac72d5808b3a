// What the program hands to the page: one JSON document. The page decides nothing again: lights, verdicts, sentences,
// ranks and sums are the diagnosis's; here they are only laid out.

export type Language = 'zh' | 'en'
export type Light = 'red' | 'orange' | 'yellow' | 'green' | 'no_standard' | 'no_data' | 'not_applicable'
export type Aspect = 'plan' | 'standard' | 'past' | 'peers' | 'residents'
export type Figure = number | null

/** A place of the period. */
export interface Place {
  name: string
  short: string // for tiles and tables
  type: string // id of its type (the peers' attribute); '' where there is none
  parent: string // the place that it belongs to; '' for the whole (the district) or where nobody says
  row: number // of the tile map, 0: none
  column: number
  code: string
  facts?: { title: string; value: number; unit: string }[] // of the period, for the head of its sheet: population, area
}

export interface PlaceType {
  id: string
  title: string
}

/** The index, a category or an indicator, from the index down; parents before children. */
export interface NodeInfo {
  id: string
  title: string
  short: string // at most 12 characters or 28 letters
  level: 'index' | 'category' | 'indicator'
  parent: string // '' for the index
  weight: number // nominal share of the index
  grades: { id: string; title: string; from: number }[]
}

export interface IndicatorInfo {
  direction: 'higher' | 'lower' | 'range'
  binding: boolean
  kind: '' | 'bottom_line' | 'guide'
  unit: string
  standard: { floor: Figure; cap: Figure } | null // of the period
  target: { value: number; year: Figure } | null
  baseline: { value: number; year: Figure } | null
  light: { green: number; red: number } | null
  uncited: ('standard' | 'target' | 'baseline')[] // numbers that were not checked against their source: †
  breaks: number[] // years in which a new series begins
  ratio?: { title: string; unit: string; tops: Figure[] } // where it is one figure over another: the upper one of the period, one value a place (as in Page.places)
  formula: string // in words of variables' titles; '' where the figure itself is given
  score: string // the value function in words
  definition: string
  note: string
  keeper: string
  basis: string
  only_for: string[] // ids of types of places that it applies to; empty: all
}

/** Series over the periods, for sparklines, paths and changes. */
export interface History {
  periods: string[] // ascending
  values: Record<string, Figure[][]> // by indicator: one list a place (as in Page.places), one value a period
  scores: Record<string, Figure[][]> // by index and category, uncapped where a cap lowered it
  category_lights?: Record<string, string[]> // by category, as lights; - where nobody looked
  lights: Record<string, string[]> // by indicator: one text a place, one letter a period: r o y g s(tandard missing) d(ata missing) n(ot applicable) -
}

/** How far rank and score of a place move under the uncertainty of the method: 90 % ranges. */
export interface RankRange {
  place: string
  score_low: number
  score_high: number
  rank_low: number
  rank_high: number
}

export interface MapFeature {
  place: string
  rings: [number, number][][] // closed, projected to a plane; y downwards
}

export interface Page {
  format: 1
  language: Language
  framework: { id: string; version: string; title: string }
  period: string
  last_period: string // '' where there is none
  compared_with?: string // the period of the diagnosis that problems are compared with, where it is known
  synthetic: boolean
  made_by: string // program and version
  command: string // what repeats the run
  files: string[]
  method: { title: string; text: string }[] // how scores were made, in words
  types: PlaceType[]
  places: Place[]
  nodes: NodeInfo[]
  indicators: Record<string, IndicatorInfo>
  variables?: Record<string, { title: string; keeper: string }> // the figures that problems have in common (same_cause)
  diagnosis: Diagnosis
  history: History
  ranks: RankRange[] // empty: robustness was not looked at
  map: { features: MapFeature[]; source: string; unmatched: string[] } | null
}

// ---- the diagnosis, as docs/diagnosis.schema.json has it ----

export interface Reading {
  light: Light
  arrow: string
  aspects: Record<Aspect, Light>
  verdict: string
  value: Figure
  unit: string
  last_year: Figure
  last_period: string
  progress: Figure
  expected: Figure
  first: Figure
  first_period: string
  pace: Figure
  needed: Figure
  low: Figure
  high: Figure
  fragile: boolean
  peers_median: Figure
  lower_quartile: Figure
  upper_quartile: Figure
  rank: Figure
  of: Figure
  score: Figure
  flags: string
}

export interface CategoryReading {
  light: Light
  worst: string[]
  score: Figure
  uncapped: Figure
  grade: string
  scored: number
  of: number
  coverage: Figure
  rank: Figure
  last_year: Figure
}

export interface PlaceReading {
  place: string
  categories: Record<string, CategoryReading>
  indicators: Record<string, Reading>
}

export interface Problem {
  id: string
  place: string
  node: string
  title: string
  category: string
  aspect: Aspect
  kind: 'breach' | 'standard' | 'plan' | 'light' | 'trend' | 'peers'
  severity: Light
  value: Figure
  unit: string
  reference: Figure
  reference_kind: string
  gap: Figure
  since: string
  state: '' | 'new' | 'continuing' | 'relapsed' | 'solved' | 'not_checked'
  trend: string
  reach: string
  points_lost: Figure
  share_of_places: Figure
  same_cause: string
  residents: string
  keeper: string
  advice: string
  finding: string
  flags: string
  basis: string
  note: string
}

export interface HardLimit {
  place: string
  node: string
  title: string
  unit: string
  value: Figure
  limit: Figure
  cap: 'most' | 'least'
  due: Figure
  verdict: string
  headroom: Figure
  last_year: Figure
  pace: Figure
  needed: Figure
  years: Figure
  unmeasured: boolean // broken the last time it was measured, and nobody knows now: not cured
}

export interface Trend {
  place: string
  node: string
  unit: string
  n: number
  first: string
  last: string
  sen: Figure
  low: Figure
  high: Figure
  s: Figure
  p: Figure
  arrow: string
  pace: Figure
  needed: Figure
  percentile: Figure
  reached: Figure
  earliest: Figure
  latest: Figure
}

export interface WeakPoint {
  place: string
  node: string
  title: string
  level: 'index' | 'category' | 'indicator'
  points_lost: Figure
  obstacle: Figure
  best_place: string
  to_best: Figure
  last_period: string
  change: Figure
}

/** What residents say of the index, a category or an indicator. */
export interface ResidentsReading {
  place: string
  node: string
  survey: string // the indicator that holds their answers
  value: Figure
  unit: string
  low: Figure
  high: Figure
  answers: Figure
  felt: Light
  objective: Light
  quadrant: string
  importance: Figure
  priority: string
}

export interface ResidentsShare {
  place: string
  node: string
  value: Figure
  unit: string
  low: Figure
  high: Figure
  answers: Figure
  pooled: Figure
  peers: Light
}

export interface Diagnosis {
  period: string
  places: PlaceReading[]
  trends: Trend[]
  limits: HardLimit[]
  weak_points: WeakPoint[]
  problems: Problem[]
  compared: boolean
  changes: Record<string, unknown>[]
  residents: ResidentsReading[]
  shares: ResidentsShare[]
}
