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

/**
 * Copies a text that is yet to come. Reports whether that worked. A browser that wants the click and the copying to be one
 * moment has the Clipboard API, except for panels of DevTools, whose texts are there at once.
 */
export async function copyLater(text: Promise<string>): Promise<boolean> {
  try {
    const made = await text
    if (!copyText(made)) await navigator.clipboard.writeText(made)
    return true
  } catch {
    return false
  }
}

/** Lets the user save a text as a file. */
export function saveText(text: string | Blob, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
