// Data may be in Chinese where the page is in English: keepers, sources. They are marked, for voices and for fonts.
import { Html, html } from './html'
import { is_chinese } from './words'

export function in_its_tongue(text: string): Html {
  return !is_chinese() && /\p{Script=Han}/u.test(text) ? html`<span lang="zh">${text}</span>` : html`${text}`
}
