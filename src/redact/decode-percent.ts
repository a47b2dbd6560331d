/** Returns `text` without percent-encoding as far as it can be decoded; a plus is a space, as forms write it. */
export const decodePercent = (text: string): string =>
  text.includes('%')
    ? text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
        try {
          return decodeURIComponent(bytes)
        } catch {
          return bytes
        }
      })
    : text.replaceAll('+', ' ')
