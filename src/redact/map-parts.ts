/**
 * Returns a text with each part between separators replaced by what `change` returns for it. A text may have millions of parts,
 * of which hardly any changes: only those are copied.
 */
export function mapParts(
  text: string,
  isSeparator: (code: number) => boolean,
  change: (part: string, from: number) => string,
): string {
  let result = ''
  let copied = 0
  for (let from = 0, at = 0; at <= text.length; at++) {
    if (at < text.length && !isSeparator(text.charCodeAt(at))) continue
    const part = text.slice(from, at)
    const changed = change(part, from)
    if (changed !== part) {
      result += text.slice(copied, from) + changed
      copied = at
    }
    from = at + 1
  }
  return copied === 0 ? text : result + text.slice(copied)
}
