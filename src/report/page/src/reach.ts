// When a problem ends at the present pace, in a sentence.
import { reach_word } from './problem_words'
import { say } from './words'

/** '' where nothing is known. `due`: the year that it should end in. */
export function reach_sentence(reach: string, due: number | null): string {
  if (!/^\d{4}$/.test(reach)) return reach === 'moving_away' ? say('not closing', '未在接近') : reach_word(reach)
  const late = due === null ? 0 : Number(reach) - due
  if (late > 0) return say('{} at this pace, {} {} late', '照现速 {} 年，晚于规划 {} 年', reach, late, late === 1 ? 'year' : 'years')
  return say('met in {} at this pace', '照现速 {} 年达到', reach)
}
