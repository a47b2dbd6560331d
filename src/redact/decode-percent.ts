/** Returns `text` with its percent-encoding decoded as far as possible; a plus is a space, as in forms. */
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
