/** Unfolds everything while the page is printed. Returns a function that stops that. */
export function openForPrint(): () => void {
  let opened: readonly HTMLDetailsElement[] = []
  const open = (): void => {
    opened = [...document.querySelectorAll('details')].filter((one) => !one.open)
    for (const one of opened) one.open = true
  }
  const close = (): void => {
    for (const one of opened) one.open = false
    opened = []
  }
  addEventListener('beforeprint', open)
  addEventListener('afterprint', close)
  return () => {
    removeEventListener('beforeprint', open)
    removeEventListener('afterprint', close)
  }
}
