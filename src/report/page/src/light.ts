// A light is a shape, a colour and a word: never a colour alone.
import { Html, html } from './html'
import type { Light } from './page'
import { say } from './words'

export const lights: Light[] = ['red', 'orange', 'yellow', 'green', 'no_standard', 'no_data', 'not_applicable']

/** Worst first; greys last. */
export function severity(light: Light): number {
  return lights.indexOf(light)
}

export function is_ill(light: Light): boolean {
  return light === 'red' || light === 'orange'
}

export function is_judged(light: Light): boolean {
  return severity(light) < 4
}

export function light_word(light: Light): string {
  switch (light) {
    case 'red':
      return say('Not met', '不达标')
    case 'orange':
      return say('Warning', '预警')
    case 'yellow':
      return say('Watch', '关注')
    case 'green':
      return say('Met', '正常')
    case 'no_standard':
      return say('No standard', '无标准')
    case 'no_data':
      return say('No data', '缺数')
    case 'not_applicable':
      return say('Not applicable', '不适用')
  }
}

/** The shape within a box of 14 x 14, to stand in any SVG. `fragile`: the left half is filled. */
export function light_shape(light: Light, fragile = false): string {
  const half = (outline: string, left: string, fill: string, stroke: string): string =>
    fragile
      ? `<g stroke="${stroke}" stroke-width="1.4"><g fill="#fff">${outline}</g><path d="${left}" fill="${fill}"/></g>`
      : `<g fill="${fill}" stroke="${stroke}" stroke-width="1.2">${outline}</g>`
  switch (light) {
    case 'red':
      return half('<rect x="2" y="2" width="10" height="10"/>', 'M7 2V12H2V2Z', '#B4232A', '#B4232A')
    case 'orange':
      return half('<path d="M7 1.6 13 12.4H1Z"/>', 'M7 1.6V12.4H1Z', '#D2690E', '#96490A')
    case 'yellow':
      return half('<path d="M7 1 13 7 7 13 1 7Z"/>', 'M7 1V13L1 7Z', '#F0BE1E', '#8A6A00')
    case 'green':
      return half('<circle cx="7" cy="7" r="5.2"/>', 'M7 1.8A5.2 5.2 0 0 0 7 12.2Z', '#1B8468', '#1B8468')
    case 'no_standard':
      return '<circle cx="7" cy="7" r="4.8" fill="#fff" stroke="#7A8691" stroke-width="1.3"/>'
    case 'no_data':
      return '<rect x="2" y="2" width="10" height="10" fill="#fff" stroke="#626E7A" stroke-dasharray="2 1.4"/><path d="M4 10 10 4" stroke="#626E7A"/>'
    case 'not_applicable':
      return '<path d="M3 7H11" stroke="#7A8691" stroke-width="1.6"/>'
  }
}

/** The light to stand in text; `label`: what is read aloud instead of the light's word, nothing where it is blank. */
export function light_mark(light: Light, fragile = false, label?: string, size = 14): Html {
  const word = label ?? light_word(light) + (fragile ? say(', borderline', '，临界') : '')
  const name = word.trim() === '' ? html`aria-hidden="true"` : html`role="img" aria-label="${word}"`
  return new Html(html`<svg class="g" width="${size}" height="${size}" viewBox="0 0 14 14" ${name}>`.text + light_shape(light, fragile) + '</svg>')
}

export function light_with_word(light: Light, fragile = false): Html {
  return html`<span class="light t-${light}">${light_mark(light, fragile, ' ')} ${light_word(light)}</span>`
}
