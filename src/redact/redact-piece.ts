import { redactHeader, type Side } from './redact-header.ts'
import { redactUrl } from './redact-url.ts'
import { redactValue } from './redact-value.ts'

/** How the parts of a piece are redacted. */
export interface PartRedaction {
  url(url: string): string
  header(name: string, value: string, side?: Side): string
  text(text: string): string
}

const plainly: PartRedaction = {
  url: (url) => redactUrl(url),
  header: (name, value) => redactHeader(name, value),
  text: (text) => redactValue(text),
}

/** After a comma another URL may follow, as in a list of origins. */
const notOneUrl = /\s|,(?:[a-z][a-z0-9+.-]{0,30}:|$)/i

/** Returns a quoted piece of a sentence as it may be shown: a URL, a header line, or words of either. */
export function redactPiece(piece: string, parts: PartRedaction = plainly): string {
  if (piece.length < 5) return piece
  if (/^(https?|wss?|ftp):/i.test(piece) && !notOneUrl.test(piece)) return parts.url(piece)
  const [, name, space, value] = /^([!#$%&'*+.^`|~\w-]+)(:[ \t]*)(?!\/\/)(.*)$/s.exec(piece) ?? []
  if (name === undefined || space === undefined || value === undefined) return parts.text(piece)
  // `authLevel: 'function'` is a setting, `credentials: 'include'` an option of fetch().
  if (/^'[a-z][a-z-]{0,20}'$/i.test(value)) return piece
  return name + space + parts.header(name, value)
}
