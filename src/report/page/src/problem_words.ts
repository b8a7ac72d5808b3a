// The words of the diagnosis's codes: what became of a problem, when it ends at the present pace.
import type { Problem } from './page'
import { say } from './words'

export function state_word(state: Problem['state']): string {
  switch (state) {
    case 'new':
      return say('New', '新增')
    case 'continuing':
      return say('Continuing', '延续')
    case 'relapsed':
      return say('Relapsed', '反弹')
    case 'solved':
      return say('Solved', '解决')
    case 'not_checked':
      return say('Not checked', '未复查')
    case '':
      return ''
  }
}

/** 2029, moving_away, not_before_2040, not_within_100_years. */
export function reach_word(reach: string): string {
  if (reach === 'moving_away') return say('moving away', '未在接近')
  if (reach === 'not_within_100_years') return say('not within 100 years', '百年内达不到')
  const before = /^not_before_(\d+)$/.exec(reach)
  if (before) return say('not before {}', '{} 年以后', before[1]!)
  return reach === '' ? '' : say('{}', '{} 年', reach)
}

/** ↑ would be read as more: whether it gets better is said in words. */
export function trend_word(arrow: string): string {
  switch (arrow) {
    case 'up':
      return say('improving', '好转')
    case 'slow_up':
      return say('improving slowly', '缓慢好转')
    case 'down':
      return say('worsening', '转差')
    case 'flat':
      return say('no clear change', '无明显变化')
    default:
      return ''
  }
}
