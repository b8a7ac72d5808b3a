// Small numbers in words, as titles say them.
import { is_chinese } from './words'

const english = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const chinese = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** Ten, ten / 十; figures above ten. Chinese says 两 before a measure word. */
export function counted(n: number, start = false): string {
  if (n > 10) return is_chinese() ? ` ${n} ` : String(n)
  if (is_chinese()) return chinese[n]!
  return start ? english[n]! : english[n]!.toLowerCase()
}

/** is/are, fails/fail: the English word that goes with the number. */
export function with_number(n: number, one: string, more: string): string {
  return n === 1 ? one : more
}
