// How the five aspects see an indicator of a place: a light and the numbers behind it.
import { figure, percent, signed } from './figures'
import { Html, html } from './html'
import { light_mark, light_word } from './light'
import { limit_text } from './limit_text'
import type { Aspect, Figure, IndicatorInfo, Light, Reading, Trend } from './page'
import { trend_word } from './problem_words'
import type { Report } from './report'
import { year_of } from './time'
import { unit_word } from './units'
import { say } from './words'

interface Seen {
  report: Report
  place: string
  indicator: string
  info: IndicatorInfo
  reading: Reading
}

export function aspect_word(aspect: Aspect): string {
  switch (aspect) {
    case 'standard':
      return say('Standard', '标准')
    case 'plan':
      return say('Plan', '规划')
    case 'past':
      return say('Past', '历年')
    case 'peers':
      return say('Peers', '同类')
    case 'residents':
      return say('Residents', '居民')
  }
}

export function aspects_table(report: Report, place: string, indicator: string): Html {
  const seen: Seen = { report, place, indicator, info: report.info(indicator), reading: report.reading(place, indicator) }
  const aspects: Aspect[] = ['standard', 'plan', 'past', 'peers', 'residents']
  return html`<table class="t asp"><caption>${say('Five aspects', '五个方面怎么看')}</caption><tbody>${aspects.map(a => row(a, seen))}</tbody></table>`
}

function row(aspect: Aspect, seen: Seen): Html {
  const light: Light = seen.reading.aspects[aspect]
  const numbers = { standard, plan, past, peers, residents }[aspect](seen)
  return html`<tr><td class="gl">${light_mark(light)}</td><th scope="row">${aspect_word(aspect)}</th><td>${[numbers, verdict(aspect, light)].filter(t => t !== '').join(say(', ', '，'))}</td></tr>`
}

/** Why there is no light, or its word. */
function verdict(aspect: Aspect, light: Light): string {
  if (light !== 'no_standard') return light_word(light)
  switch (aspect) {
    case 'standard':
      return say('no standard', '无标准')
    case 'plan':
      return say('no target', '无目标')
    case 'past':
      return say('too little to tell a trend', '不足以判断趋势')
    case 'peers':
      return say('no peers to compare with', '没有可比的同类')
    case 'residents':
      return say('no light from a survey', '没有可判的调查题')
  }
}

function standard({ info }: Seen): string {
  if (!info.standard) return ''
  const dagger = info.uncited.includes('standard') ? '†' : ''
  return say('standard {}{}', '标准 {}{}', limit_text({ kind: 'standard', ...info.standard, uncited: false }), dagger) + (info.binding ? say(' (binding)', '（刚性）') : '')
}

function plan({ info, reading }: Seen): string {
  if (!info.target) return ''
  const { value, year } = info.target
  const dagger = info.uncited.includes('target') ? '†' : ''
  const target = say('target {}{}', '目标 {}{}', figure(value), dagger) + (year === null ? '' : say(' in {}', '（{} 年）', year))
  const expected = reading.expected === null ? '' : say(', {} of the way expected by now', '，按路径本期应走 {}', percent(reading.expected))
  return target + expected + (reading.progress === null ? '' : say(', {} of the way', '，已走 {}', percent(reading.progress)))
}

function past({ report, place, indicator, reading }: Seen): string {
  const trend = report.trend(place, indicator)
  if (trend === undefined || trend.sen === null) return ''
  const p = trend.p === null ? '' : say(', p = {}', '，p = {}', figure(trend.p, 2))
  const word = trend_word(reading.arrow)
  return say('{} a year over {} values{}', '每年 {}，{} 个点{}', pace(trend.sen), trend.n, p) + (word === '' ? '' : say(', {}', '，{}', word))
}

function peers({ reading }: Seen): string {
  if (reading.rank === null || reading.of === null) return ''
  return say("rank {} of {}, peers' median {}", '第 {} 名，共 {} 个，同类中位 {}', reading.rank, reading.of, figure(reading.peers_median, 3))
}

function residents({ report, place, indicator }: Seen): string {
  const share = report.page.diagnosis.shares.find(s => s['place'] === place && s['node'] === indicator)
  if (typeof share?.['value'] !== 'number') return ''
  return say('{} %', '{} %', figure(share['value'], 3)) + (typeof share['answers'] === 'number' ? say(' of {} answers', '，{} 份答卷', share['answers']) : '')
}

/** A change a year with its sign and three digits. */
export function pace(x: Figure): string {
  if (x === null) return ''
  const digits = x === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x))))
  return signed(x, Math.min(5, digits))
}

/** What is needed, what is done, and when that is there. */
export function in_time_table(report: Report, place: string, indicator: string): Html {
  const { pace: done, needed, unit } = report.reading(place, indicator)
  const trend = report.trend(place, indicator)
  const target = report.info(indicator).target
  const a_year = say('{} a year', '{}/年', unit_word(unit))
  const rows = [
    needed !== null && html`<tr><th scope="row">${say('Pace needed', '需要的速度')}</th><td class="num">${pace(needed)}</td><td class="u">${a_year}${target?.year && say(', until {}', '，到 {} 年', target.year)}</td></tr>`,
    done !== null && html`<tr><th scope="row">${say('Pace so far', '实际的速度')}</th><td class="num">${pace(done)}</td><td class="u">${a_year}${trend && say(', {}–{}', '，{}–{}', trend.first, trend.last)}</td></tr>`,
    trend && year_of(report.page.period) < (trend.reached ?? 0) && reached(trend)
  ].filter(r => r !== false && r !== undefined)
  return rows.length === 0 ? html`` : html`<table class="t pace"><caption>${say('In time?', '来得及吗')}</caption><tbody>${rows}</tbody></table>`
}

function reached({ reached, earliest, latest }: Trend): Html | false {
  if (reached === null) return false
  const sure = year(earliest) === year(latest)
  const range = sure ? '' : latest === null ? say('not before {}', '不早于 {} 年', year(earliest)) : say('range {}–{}', '区间 {}–{} 年', year(earliest), year(latest))
  return html`<tr><th scope="row">${say('There at this pace', '照现速达到')}</th><td class="num">${year(reached)}</td><td class="u">${range}</td></tr>`
}

function year(x: Figure): string {
  return x === null ? '' : String(Math.ceil(x))
}
