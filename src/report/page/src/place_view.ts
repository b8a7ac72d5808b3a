// The page of one place: what is ill there, each value among its peers, problems, and what they cost.
import { after_paint } from './after_paint'
import { burden_of, plain_score } from './burden'
import { fixed, percent } from './figures'
import { Html, html } from './html'
import { kind_count, kinds, type_title } from './kinds'
import { is_judged, light_mark, light_word, lights } from './light'
import { in_worst_quarter, is_abnormal } from './mark'
import type { Light, Place } from './page'
import { peers_of } from './peers'
import { contributions } from './contributions'
import { place_name } from './place_name'
import { place_problems } from './place_problems'
import type { Report } from './report'
import { href, option, set_option } from './route'
import { press, segment } from './segment'
import { spine, spine_rows } from './spine'
import { listed, say } from './words'

export function place_view(report: Report, name: string, options: Record<string, string>): Html {
  const place = report.places.get(name)
  if (place === undefined) return missing(name)
  if (place === report.whole) return elsewhere(place)
  const rows = spine_rows(report, place)
  const ill = rows.filter(r => is_abnormal(r.reading)).length
  const choice = segment(say('Rows', '显示'), [['', say('All {}', '全部 {} 项', rows.length)], ['ill', say('Abnormal only: {}', '只看异常 {} 项', ill)]], options['only'] ?? '')
  return html`<p class="kick">${kick(report, place)}</p><h2>${title(report, place)}</h2>${facts(report, place)}<p class="lede">${conclusion(report, place)}</p>
<p class="note how">${how_to_read(report, place)}</p>
<div class="rugbar still">${ill > 0 && choice}</div>${spine(report, place).chart}<div class="later"></div>`
}

export function mount_place(root: HTMLElement, report: Report, name: string): void {
  if (root.querySelector('.is-whole')) location.replace(href('report'))
  const table = root.querySelector('.sp')
  const bar = root.querySelector<HTMLElement>('.rugbar')
  if (table === null || bar === null) return
  after_paint(() => table.isConnected && draw_rest(table, root.querySelector('.later')!, report, report.places.get(name)!))
  const show = (choice: string): void => void table.classList.toggle('only', choice === 'ill')
  press(bar, option('only'), choice => {
    set_option('only', choice)
    show(choice)
  })
  show(option('only'))
}

/** Below the first screen. */
function draw_rest(table: Element, below: Element, report: Report, place: Place): void {
  table.insertAdjacentHTML('beforeend', spine(report, place).rest.text)
  below.innerHTML = html`${place_problems(report, place)}${contributions(report, place)}`.text
}

function missing(name: string): Html {
  return html`<p class="kick">${say('A place', '一个地方')}</p><h2>${say('There is no place “{}” in this report', '本报告中没有“{}”', name)}</h2><p class="lede"><a href="${href('report')}">${say('To the report', '看报告')}</a></p>`
}

/** The whole is what the report itself is about. */
function elsewhere({ name }: Place): Html {
  return html`<h2 class="is-whole">${name}</h2><p class="lede"><a href="${href('report')}">${say('{}: the report', '看{}的报告', name)}</a></p>`
}

function kick(report: Report, place: Place): string {
  const type = type_title(report, place.type)
  return type === '' ? say('One place', '一个地方') : say('One {}', '一个{}', type)
}

// ---- the finding ----

function title(report: Report, place: Place): string {
  const readings = spine_rows(report, place).map(r => r.reading)
  const count = (light: Light): number => readings.filter(r => r.light === light).length
  const found: [number, string, string][] = [
    [count('red'), '{} not met', '{} 项不达标'],
    [count('orange'), '{} warn', '{} 项预警'],
    [readings.filter(in_worst_quarter).length, "{} in the peers' worst quarter", '{} 项居同类末四分之一']
  ]
  const clauses = found.filter(([n]) => n > 0).map(([n, en, zh]) => say(en, zh, n))
  const judged = readings.filter(r => is_judged(r.light)).length
  const none = judged === 0 ? say('no indicator can be judged by a limit', '没有可按标准判断的项') : say('of {} judged none is ill', '可判的 {} 项无一异常', judged)
  return say('{}: {}', '{}：{}', place_name(place), clauses.length > 0 ? clauses.join(say(', ', '，')) : none)
}

function conclusion(report: Report, place: Place): string {
  return [worst_sentence(report, place), change_sentence(report, place), cost_sentence(report, place)].filter(s => s !== '').join(say(' ', ''))
}

/** The problems that cost most, as the diagnosis words them. */
function worst_sentence(report: Report, place: Place): string {
  const problems = report.problems(place.name).filter(p => p.kind !== 'peers' && (p.severity === 'red' || p.severity === 'orange'))
  const first = [...problems].sort((a, b) => lights.indexOf(a.severity) - lights.indexOf(b.severity) || (b.points_lost ?? 0) - (a.points_lost ?? 0)).slice(0, 3)
  return first.length === 0 ? '' : first.map(p => p.finding).join(say('; ', '；')) + say('.', '。')
}

function change_sentence(report: Report, place: Place): string {
  const before = report.page.last_period
  if (before === '') return ''
  const pairs = report.indicators.map(n => [report.light_letter(place.name, n.id, before), report.reading(place.name, n.id).light] as const).filter(([letter, light]) => 'royg'.includes(letter) && is_judged(light))
  const rank = (letter: string): number => 'royg'.indexOf(letter)
  const better = pairs.filter(([letter, light]) => rank(light[0]!) > rank(letter)).length
  const worse = pairs.filter(([letter, light]) => rank(light[0]!) < rank(letter)).length
  if (pairs.length === 0) return ''
  const clauses = [better > 0 && say('{} better', '{} 项转好', better), worse > 0 && say('{} worse', '{} 项转差', worse)].filter(c => c !== false)
  const changed = clauses.length > 0 ? listed(clauses) : say('none changed its light', '无一换灯')
  return say('Of {} comparable with {}: {}.', '与 {1} 年可比的 {0} 项中，{2}。', pairs.length, before, changed)
}

function cost_sentence(report: Report, place: Place): string {
  const most = report.weak_points(place.name).filter(w => w.level === 'category' && w.points_lost !== null).sort((a, b) => b.points_lost! - a.points_lost!)[0]
  if (most === undefined || most.points_lost === 0) return ''
  return say('Most points are lost in {}: {}.', '失分最多的是{}，{} 分。', report.nodes.get(most.node)?.short ?? most.title, fixed(most.points_lost, 1))
}

// ---- facts ----

function facts(report: Report, place: Place): Html {
  const index = report.category(place.name, report.index.id)
  const range = report.page.ranks.find(r => r.place === place.name)
  const of = report.page.places.filter(p => p !== report.whole && report.category(p.name, report.index.id).rank !== null).length
  const burden = burden_of(report, place)
  const items: [string, string][] = [
    [say('Judged', '可判'), say('{} of {} indicators', '{} / {} 项', burden.judged, spine_rows(report, place).length)],
    [say('Score', '得分'), index.score === null ? say('none: too little is known', '数据不足，不计分') : fixed(plain_score(report, place.name), 1) + (index.uncapped === null ? '' : say(' (capped: {})', '（封顶后 {}）', fixed(index.score, 1)))],
    [say('Grade', '等级'), report.grade(place.name, report.index)],
    [say('Rank', '名次'), index.rank === null ? '' : say('{} of {}', '{} / {}', index.rank, of) + (range ? say(' (90 % range {}–{})', '（90 % 区间 {}–{}）', range.rank_low, range.rank_high) : '')],
    [say('Coverage', '覆盖'), percent(index.coverage)]
  ]
  return html`<dl class="facts">${light_counts(report, place)}${items.filter(([, text]) => text !== '').map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`
}

function light_counts(report: Report, place: Place): Html {
  const readings = spine_rows(report, place).map(r => r.reading)
  const counted = lights.map(light => ({ light, n: readings.filter(r => r.light === light).length })).filter(c => c.n > 0)
  return html`<div><dt>${say('Lights', '灯')}</dt><dd>${counted.map(c => html`<span class="cn">${light_mark(c.light, false, ' ')} <b>${c.n}</b> ${light_word(c.light)}</span>`)}</dd></div>`
}

function how_to_read(report: Report, place: Place): Html {
  const peers = peers_of(report, place)
  const kind = kinds(report).find(k => k.places.length === peers.length && k.places.includes(place))
  const who = kind ? kind_count(kind) : kinds(report).map(k => kind_count(k)).join(say(', ', '、'))
  const compared = peers.length > 1 ? say('Peers: {}. ', '同类为 {}。', who) : ''
  return html`${compared}${say('The right side is always the better one; pale: from worst to best, dark: the middle half, line: median, red line: standard, ◇ {}. Italics: a target of the plan; † its source was not checked.', '右侧总是较好的一边；浅条为最差到最好，深条为中间一半，竖线为中位，红线为标准，◇ 为{}值。斜体为规划目标，† 出处未核对。', report.whole?.short ?? '')}`
}
