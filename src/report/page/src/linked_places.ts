// One place, everywhere: whatever stands for it is marked together.

export function link_places(root: HTMLElement): void {
  const mark = (event: Event): void => {
    const at = event.target instanceof Element ? event.target.closest('[data-place]') : null
    for (const element of root.querySelectorAll('.hi')) element.classList.remove('hi')
    const name = at?.getAttribute('data-place')
    if (name === null || name === undefined) return
    for (const element of root.querySelectorAll(`[data-place="${CSS.escape(name)}"]`)) element.classList.add('hi')
  }
  for (const type of ['pointerover', 'focusin', 'focusout']) root.addEventListener(type, mark)
  root.addEventListener('pointerleave', mark)
}
