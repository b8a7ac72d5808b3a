// A few buttons of which one is pressed.
import { Html, html } from './html'

export function segment(label: string, choices: [string, string][], pressed: string): Html {
  return html`<span class="seg" role="group" aria-label="${label}">${choices.map(([id, text]) => html`<button type="button" data-choice="${id}" aria-pressed="${String(id === pressed)}">${text}</button>`)}</span>`
}

/** Presses one and tells of those pressed later. */
export function press(root: HTMLElement, pressed: string, chosen: (id: string) => void): void {
  const buttons = [...root.querySelectorAll<HTMLElement>('.seg [data-choice]')]
  const mark = (id: string): void => {
    for (const b of buttons) b.setAttribute('aria-pressed', String(b.dataset.choice === id))
  }
  mark(pressed)
  for (const button of buttons)
    button.addEventListener('click', () => {
      mark(button.dataset.choice!)
      chosen(button.dataset.choice!)
    })
}
