// Section 3, where: map, the same problem in how many places, ranking, rug.
import { burdens, worst_places } from './burden'
import { Html, html } from './html'
import { parts_word } from './kinds'
import { link_places } from './linked_places'
import { area_map } from './map'
import { is_judged_at_all, measure_of } from './measure'
import type { Report } from './report'
import { mount_ranking, ranking } from './ranking'
import { mount_rug, rug } from './rug'
import { common_word, is_everywhere, shared_problems, shared_table } from './shared_problems'
import { are_small, has_tiles, tile_map } from './tile_map'
import { listed, say } from './words'

export function where_section(report: Report): Html {
  if (report.parts.length === 0) return html``
  return html`<p class="kick">${say('3  Where', '三　在哪里')}</p><h2>${title(report)}</h2>
<div class="where figures-${figures(report)}">${maps(report)}${shared_table(report)}</div>
${ranking(report)}${rug(report)}`
}

export function mount_where(root: HTMLElement, report: Report): void {
  if (report.parts.length === 0) return
  link_places(root)
  mount_ranking(root, report)
  mount_rug(root, report)
}

function title(report: Report): string {
  if (!is_judged_at_all(report)) return say('Nothing has a standard here: the score tells {} {} apart', '没有可依的标准：{} 个{}只能按得分看', report.parts.length, parts_word(report))
  const clauses = [common_clause(report), most_clause(report)].filter(c => c !== '')
  const none = say('None of {} {} has an indicator that is not met', '{} 个{}没有一项不达标', report.parts.length, parts_word(report))
  return clauses.length === 0 ? none : clauses.join(say('; ', '；'))
}

function common_clause(report: Report): string {
  const common = shared_problems(report).filter(p => is_everywhere(report, p))
  if (common.length === 0) return ''
  const named = common.slice(0, 2).map(p => say('{} ({} of {})', '{}（{}/{}）', p.node.short, p.n, p.judged))
  if (common.length <= 2) return say('{} {} {}', '{0}是{2}问题', listed(named), common.length === 1 ? 'is' : 'are', common_word(report))
  return say('{} problems are {}, most of all {}', '{0} 项是{1}问题，最多的是{2}', common.length, common_word(report), listed(named))
}

function most_clause(report: Report): string {
  const worst = worst_places(report).filter(b => b.not_met > 0)
  if (worst.length === 0) return ''
  const named = worst.slice(0, 3).map(b => say('{} ({})', '{} {} 项', b.place.short, b.not_met))
  return say('most fail in {}', '不达标最多的是{}', listed(named))
}

function has_map(report: Report): boolean {
  return report.page.map?.features.some(f => burdens(report).has(f.place)) ?? false
}

/** How many stand beside the table. */
function figures(report: Report): number {
  return Number(has_map(report)) + Number(has_tiles(report))
}

function maps(report: Report): Html {
  const { map } = report.page
  const drawn = map && has_map(report)
  return html`${drawn && html`<figure class="mapf">${area_map(report, map.features)}<figcaption>${legend(report)}${source(map.source, map.unmatched)}</figcaption></figure>`}
${has_tiles(report) && html`<figure>${tile_map(report)}<figcaption>${html`<div class="${drawn ? 'tile-legend' : ''}">${legend(report)}</div>`}<p class="u">${tiles_note(report)}</p></figcaption></figure>`}`
}

function tiles_note(report: Report): string {
  const note = say('Tile map: one tile a place, roughly where it lies', '方格图：一格一个{}，位置近似', parts_word(report))
  return are_small(report) ? note + say('; too many for names: find one by the search field above', '；格太多不标名称，可在页首查找') : note
}

function legend(report: Report): Html {
  const classes = measure_of(report).shades.map(s => html`<span><svg width="18" height="12" aria-hidden="true"><rect width="18" height="12" fill="${s.fill}"/></svg>${s.from === s.to ? s.from : `${s.from}–${s.to}`}</span>`)
  return html`<p class="leg">${measure_of(report).title} ${classes}</p>`
}

function source(text: string, unmatched: string[]): Html {
  return html`${text !== '' && html`<p class="u">${say('Boundaries: {}', '边界：{}', text)}</p>`}${unmatched.length > 0 && html`<p class="u">${say('Not on the map: {}', '图上没有：{}', listed(unmatched))}</p>`}`
}
