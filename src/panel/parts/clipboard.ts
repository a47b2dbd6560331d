/**
 * Copies a text and reports whether that worked. The Clipboard API isn't available in extension panels of DevTools, so
 * this uses a selection instead.
 */
export function copyText(text: string): boolean {
  const area = document.createElement('textarea')
  const before = document.activeElement
  area.value = text
  area.className = 'off-screen'
  area.setAttribute('aria-hidden', 'true')
  document.body.append(area)
  area.select()
  const worked = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return worked
}

/** Lets the user save a text as a file. */
export function saveText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
