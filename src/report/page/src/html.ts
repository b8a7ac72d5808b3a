// HTML as text. Everything that comes from data goes through `esc`, or through `html`, which does it by itself.

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text
  }
}

export type Part = Html | string | number | null | undefined | false | Part[]

export function esc(text: string): string {
  return text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`)
}

function text_of(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(text_of).join('')
  return esc(String(part))
}

/** html`<td>${value}</td>`: values are escaped, Html is not; lists are joined, null, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((out, s, i) => out + text_of(parts[i - 1]) + s))
}
