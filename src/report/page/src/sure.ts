// Section 6, how sure: missing figures, lights near a limit, limits without source, widths of ranks, how to repeat it.
import { with_number, counted } from './counted'
import { fixed, grouped } from './figures'
import { gaps_of, gaps_table, type Gap } from './gaps'
import { Html, html } from './html'
import { kind_count, kinds } from './kinds'
import type { NodeInfo } from './page'
import type { Report } from './report'
import { median } from './statistics'
import { listed, say } from './words'

export function sure_section(report: Report): Html {
  const gaps = gaps_of(report)
  const number = report.parts.length > 0 ? say('6', '六') : say('5', '五')
  return html`<p class="kick">${say('{}  How sure', '{}　有多可靠', number)}</p><h2>${title(gaps)}</h2>
${gaps_table(report, gaps)}
<div class="sure">${borderline(report)}${uncited(report)}${rank_widths(report)}${repeat(report)}</div>${method(report)}`
}

function title(gaps: Gap[]): string {
  const total = (of: (g: Gap) => number): number => gaps.reduce((s, g) => s + of(g), 0)
  const due = total(g => g.due), missing = total(g => g.missing), unjudged = total(g => g.whole.length)
  if (missing === 0) return say('All {} figures due are there', '应有 {} 个指标值，无一缺数', grouped(due))
  const some = say('{1} of {0} figures {2} missing', '应有 {} 个指标值，缺 {} 个', grouped(due), grouped(missing), with_number(missing, 'is', 'are'))
  if (unjudged === 0) return some
  const most = Math.max(...gaps.map(g => g.whole.length))
  const keepers = gaps.filter(g => g.whole.length === most && most > 1 && g.keeper !== '').map(g => g.keeper)
  const whose = keepers.length === 0 || keepers.length > 3 ? '' : say(', {} each of {}', '，{1}{2}占{0}项', counted(most), listed(keepers), keepers.length > 1 ? '各' : '')
  return some + say('; {} {} cannot be judged', '；{0}项因此不能判断', counted(unjudged), with_number(unjudged, 'indicator', 'indicators')) + whose
}

function block(heading: string, count: number | string, text: Html | string): Html {
  return html`<div><h3>${heading}<b>${count}</b></h3><p>${text}</p></div>`
}

/** Up to so many names, then how many more. */
function named(nodes: NodeInfo[], most = 8): string {
  const names = listed(nodes.slice(0, most).map(n => n.short))
  return nodes.length > most ? names + say(' and {} more', '等', nodes.length - most) : names
}

function borderline(report: Report): Html {
  const { whole, page } = report
  const places = whole ? [whole.name] : page.places.map(p => p.name)
  const nodes = report.indicators.filter(n => places.some(p => report.reading(p, n.id).fragile))
  const heading = say('Borderline lights', '临界的灯')
  if (nodes.length === 0) return block(heading, 0, say('No light would change by the rounding of its figure.', '没有一盏灯会因数字的舍入而改变。'))
  return block(heading, nodes.length, say('Rounding of the figure may change the light; drawn half filled: {}.', '数字的舍入就可能变灯，图中画作半实心：{}。', named(nodes)))
}

/** A limit that names no source is not a checked one. */
function unsourced(report: Report): string {
  const n = report.indicators.map(i => report.info(i.id)).filter(i => i.basis === '' && (i.standard ?? i.target ?? i.light) !== null).length
  return n === 0 ? '' : say(' {} with a limit name no source.', '另有 {} 项的界限未写出处。', n)
}

function uncited(report: Report): Html {
  const nodes = report.indicators.filter(n => report.info(n.id).uncited.length > 0)
  const heading = say('Limits without a checked source †', '出处未查到的界限 †')
  const marked = nodes.length === 0 ? say('No limit is marked †.', '没有带 † 的界限。') : say('† stands wherever they are used: {}.', '凡用到的地方都带 †：{}。', named(nodes, 6))
  return block(heading, nodes.length, marked + unsourced(report))
}

function rank_widths(report: Report): Html {
  const ranks = new Map(report.page.ranks.map(r => [r.place, r]))
  const widths = kinds(report).flatMap(kind => {
    const all = kind.places.flatMap(p => ranks.get(p.name) ?? []).map(r => r.rank_high - r.rank_low)
    const middle = median(all)
    return middle === undefined ? [] : [{ kind, middle }]
  })
  if (widths.length === 0) return html``
  const sentences = widths.map(({ kind, middle }) => say('half of {} move within {} ranks', '{}名次 90 % 区间的中位宽度为 {} 名', kind_count(kind), fixed(middle, 0)))
  return block(say('Ranks', '名次'), listed(widths.map(w => fixed(w.middle, 0))), listed(sentences) + say(' (90 % ranges).', '。'))
}

function repeat({ page }: Report): Html {
  const files = page.files.map(f => html`<br>${f}`)
  return html`<div><h3>${say('How to repeat it', '怎样重做')}</h3><p class="mono">${page.command}<br>${page.made_by} · ${page.framework.id} ${page.framework.version}${files}</p></div>`
}

function method({ page }: Report): Html {
  if (page.method.length === 0) return html``
  return html`<h3 class="sub small">${say('How scores are made', '得分的算法')}</h3><dl class="method">${page.method.map(m => html`<div><dt>${m.title}</dt><dd>${m.text}</dd></div>`)}</dl>`
}
