// The ranking: one table a kind of places, so that like stands beside like.
import { burdens, plain_score } from './burden'
import { figure, fixed, none, signed } from './figures'
import { Html, html } from './html'
import { kind_count, kinds, type Kind } from './kinds'
import type { Figure, Place, RankRange } from './page'
import type { Report } from './report'
import { href } from './route'
import { median } from './statistics'
import { mount_twin, twin } from './twin'
import { say } from './words'

interface Ranked {
  place: Place
  rank: Figure
  of: number
  score: number
  capped: boolean
  range: RankRange | undefined
}

/** The axis of scores: from a round number below the lowest to 100. */
interface Axis {
  from: number
  at: (score: number) => string
  ticks: number[]
}

interface RankedKind {
  kind: Kind
  rows: Ranked[]
}

export function ranking(report: Report): Html {
  const tables = ranked_kinds(report)
  if (tables.length === 0) return html``
  const all = tables.flatMap(t => t.rows)
  const axis = axis_of(all)
  return html`<h3 class="sub pgb">${title(report, tables)}</h3><p class="lede">${how_to_read(report, all)}</p>
<div class="rk2">${tables.map(t => table(report, t.kind, t.rows, axis))}</div>`
}

export function mount_ranking(root: HTMLElement, report: Report): void {
  const tables = ranked_kinds(report)
  const axis = axis_of(tables.flatMap(t => t.rows))
  for (const { kind, rows } of tables) mount_twin(root, twin_of(kind), () => rows_table(report, rows, axis, shown_at_once))
}

function ranked_kinds(report: Report): RankedKind[] {
  return kinds(report).map(kind => ({ kind, rows: ranked(report, kind) })).filter(t => t.rows.length > 1)
}

function ranked(report: Report, kind: Kind): Ranked[] {
  const ranges = new Map(report.page.ranks.map(r => [r.place, r]))
  const of = report.parts.filter(p => report.category(p.name, report.index.id).rank !== null).length
  const rows: Ranked[] = []
  for (const place of kind.places) {
    const { rank, uncapped } = report.category(place.name, report.index.id)
    const score = plain_score(report, place.name)
    if (score !== null) rows.push({ place, rank, of, score, capped: uncapped !== null, range: ranges.get(place.name) })
  }
  return rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.score - a.score)
}

function axis_of(rows: Ranked[]): Axis {
  const lowest = Math.min(40, ...rows.map(r => r.range?.score_low ?? r.score))
  const from = Math.floor(lowest / 20) * 20
  const at = (score: number): string => ((100 * (score - from)) / (100 - from)).toFixed(1) + '%'
  return { from, at, ticks: Array.from({ length: (100 - from) / 20 + 1 }, (_, k) => from + 20 * k) }
}

// ---- the sentences ----

function title(report: Report, tables: RankedKind[]): string {
  const told = tables.map(t => ({ kind: t.kind, ranks: undecided_within(t.rows) })).filter(t => t.ranks > 0)
  if (told.length > 0) {
    const clauses = told.map(t => say('{1} ranks among {0}', '{}相差 {} 名以内', t.kind.plural, t.ranks))
    return say('Read ranks with their ranges: within {}, most pairs cannot be told apart', '名次要连区间一起读：{}，多数分不出高下', clauses.join(say(' and ', '、')))
  }
  const ends = tables.map(t => [t.rows[0]!, t.rows[t.rows.length - 1]!] as const)
  const clauses = ends.map(([best, worst], k) =>
    say('{}: {} ({}) to {} ({})', '{}：{} {} 分至 {} {} 分', kind_count(tables[k]!.kind), best.place.short, fixed(best.score, 1), worst.place.short, fixed(worst.score, 1))
  )
  return clauses.join(say('; ', '；')) + (report.page.ranks.length > 0 ? '' : say('; how firm the ranks are was not looked at', '；名次稳不稳未作检验'))
}

/** The largest distance in rank within which most pairs have ranges that overlap; 0: none. */
function undecided_within(rows: Ranked[]): number {
  const ranges = rows.map(r => r.range).filter(r => r !== undefined)
  let within = 0
  for (let distance = 1; distance < ranges.length; distance++) {
    const pairs = ranges.slice(distance).map((low, k) => low.rank_low <= ranges[k]!.rank_high)
    if (2 * pairs.filter(overlaps => overlaps).length <= pairs.length) break
    within = distance
  }
  return within
}

function how_to_read(report: Report, rows: Ranked[]): Html {
  const parts = [say('Ranks are among all {} places with a score; the dashed line is the median of the table.', '名次在有得分的 {} 个单元中排；虚线为本表中位。', rows[0]!.of)]
  if (report.page.ranks.length > 0) parts.push(say('Bands hold 90 % of the draws: blue wholly above the median, brown wholly below, a ring cannot be told from it.', '横带为抽样的 90 % 区间：蓝点整段高于中位，棕点整段低于中位，空心点与中位分不开。'))
  if (report.whole) parts.push(say('{} is not ranked among its parts.', '{}不与下属单元同排。', report.whole.short))
  if (rows.some(r => r.capped)) parts.push(say('△ a breach caps the published score, which the rank goes by; shown here is the score before the cap, without a band.', '△ 底线突破，公布分封顶，名次按公布分；此处列未封顶分，不画区间。'))
  return html`${parts.join(say(' ', ''))}`
}

// ---- the tables ----

const shown_at_once = 60

function table(report: Report, kind: Kind, rows: Ranked[], axis: Axis): Html {
  const left = rows.length - shown_at_once
  const unscored = kind.places.length - rows.length
  const caption = html`<caption>${kind_count(kind)}${unscored > 0 && html`<small>${say('{} without a score', '{} 个无得分', unscored)}</small>`}</caption>`
  return html`<div>${rows_table(report, rows, axis, 0, shown_at_once, caption)}${left > 0 && twin(twin_of(kind), say('{} more; any place can be found by the search field above', '其余 {} 个；也可在页首查找', left))}</div>`
}

function twin_of({ title }: Kind): string {
  return `ranking ${title}`
}

/** The rows from one to another; all are seen against the same median. */
function rows_table(report: Report, rows: Ranked[], axis: Axis, from: number, to = rows.length, caption: Html | false = false): Html {
  const middle = median(rows.map(r => r.score))!
  const ranges = rows.some(r => r.range)
  return html`<table class="t rk">${caption}${head(report, axis, ranges)}<tbody>${rows.slice(from, to).map(r => row(report, r, middle, axis, ranges))}</tbody></table>`
}

function head(report: Report, axis: Axis, ranges: boolean): Html {
  const ticks = axis.ticks.map((t, k) => html`<text x="${axis.at(t)}" y="11" text-anchor="${k === 0 ? 'start' : t === 100 ? 'end' : 'middle'}">${t}</text>`)
  return html`<thead><tr><th scope="col" class="num">${say('Rank', '名次')}</th>${ranges && html`<th scope="col" class="num">${say('90 % range', '90 % 区间')}</th>`}<th scope="col">${say('Place', '名称')}</th>
<td class="rkc"><svg width="100%" height="14" class="ax" aria-hidden="true">${ticks}</svg></td><th scope="col" class="num">${say('Score', '得分')}</th><td class="cap"></td>
<th scope="col" class="num">${say('Not met', '不达标')}${report.page.last_period !== '' && html`<small>${say('like for like', '可比增减')}</small>`}</th></tr></thead>`
}

function row(report: Report, r: Ranked, middle: number, axis: Axis, ranges: boolean): Html {
  const burden = burdens(report).get(r.place.name)!
  const change = burden.change === null || burden.change === 0 ? '' : signed(burden.change, 0)
  return html`<tr data-place="${r.place.name}"><td class="num"><b>${figure(r.rank)}</b></td>${ranges && html`<td class="num u">${rank_range(r.range)}</td>`}
<th scope="row"><a href="${href('place', r.place.name)}">${r.place.short}</a></th><td class="rkc">${disc(r, middle, axis)}</td><td class="num">${fixed(r.score, 1)}</td>
<td class="cap">${r.capped && html`<span title="${say('capped', '封顶')}">△</span>`}</td><td class="num">${burden.not_met}<small class="dl">${change}</small></td></tr>`
}

function rank_range(range: RankRange | undefined): string {
  if (range === undefined) return none
  return range.rank_low === range.rank_high ? `${range.rank_low}` : `${range.rank_low}–${range.rank_high}`
}

/** Blue above the median, brown below it, a ring where the band holds it; slate where there is no band. */
function disc({ score, capped, range: drawn }: Ranked, middle: number, axis: Axis): Html {
  const range = capped ? undefined : drawn // of the capped score, which does not stand here
  const colour = range === undefined ? '#56657A' : range.score_low > middle ? '#1F4E79' : range.score_high < middle ? '#96490A' : ''
  const stroke = colour === '' ? '#56657A' : colour
  const grid = axis.ticks.map(t => html`<line x1="${axis.at(t)}" x2="${axis.at(t)}" y2="18" stroke="#EDF0F2"/>`)
  const band = range && html`<line x1="${axis.at(range.score_low)}" x2="${axis.at(range.score_high)}" y1="9" y2="9" stroke="${stroke}" stroke-width="5" stroke-opacity=".32"/>`
  return html`<svg width="100%" height="18" aria-hidden="true">${grid}<line x1="${axis.at(middle)}" x2="${axis.at(middle)}" y2="18" stroke="#46525E" stroke-dasharray="2 2"/>${band}<circle cx="${axis.at(score)}" cy="9" r="3.6" fill="${colour === '' ? '#fff' : colour}" stroke="${stroke}" stroke-width="${colour === '' ? 1.4 : 0}"/></svg>`
}
