/** What is out of sight can wait until the rest has been painted. */
export function after_paint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act))
}
