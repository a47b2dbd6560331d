/** Returns `text` with its percent-encoding decoded as far as possible; a plus is a space, as in forms. */
export function decodePercent(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  return text.includes('%') ? spaced.replace(/(?:%[\da-f]{2})+/gi, decoded) : spaced
}

function decoded(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return bytes
  }
}
