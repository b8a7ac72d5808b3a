// The page's own words, English and Chinese. What the data say comes in their language already.
import type { Language } from './page'

let chinese = false

export function set_language(language: Language): void {
  chinese = language === 'zh'
}

export function is_chinese(): boolean {
  return chinese
}

/** say('rank {} of {}', '第 {}（共 {}）', 3, 40): {} is the next value, {1} the second. */
export function say(en: string, zh: string, ...values: (string | number)[]): string {
  let next = 0
  return (chinese ? zh : en).replace(/\{(\d*)\}/g, (_, k: string) => String(values[k === '' ? next++ : Number(k)]))
}

/** A list in words: a, b, c / a、b、c. */
export function listed(items: string[]): string {
  return items.join(chinese ? '、' : ', ')
}

/** An order of texts that is the same everywhere. */
export function compare_text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
