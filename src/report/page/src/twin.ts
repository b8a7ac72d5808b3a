// A table that stands closed under a chart or a shorter table, and is made when it is opened: it may be very long.
import { Html, html } from './html'

export function twin(name: string, summary: string): Html {
  return html`<details class="twin" data-twin="${name}"><summary>${summary}</summary><div class="scroll"></div></details>`
}

/** Nothing where the view has no such table. */
export function mount_twin(root: HTMLElement, name: string, table: () => Html): void {
  const details = root.querySelector(`[data-twin="${CSS.escape(name)}"]`)
  const into = details?.querySelector('div')
  details?.addEventListener('toggle', () => {
    if (into && into.innerHTML === '') into.innerHTML = table().text
  })
}
