import { redactHeader, type Side } from './redact-header.ts'
import { redactUrl } from './redact-url.ts'
import { redactValue } from './redact-value.ts'

/**
 * Returns a quoted piece of a sentence as it may be shown: a URL, a header line, or words of either. `sideOf` returns the
 * message that a header (name in lowercase) belongs to.
 */
export function redactPiece(piece: string, sideOf: (name: string) => Side = () => 'response'): string {
  if (piece.length < 5) return piece
  if (/^(https?|wss?|ftp):/i.test(piece) && !/[\s,]/.test(piece)) return redactUrl(piece)
  const [, name, space, value] = /^([!#$%&'*+.^`|~\w-]+)(:[ \t]*)(?!\/\/)(.*)$/s.exec(piece) ?? []
  if (name === undefined || space === undefined || value === undefined) return redactValue(piece)
  // `authLevel: 'function'` is a setting, `credentials: 'include'` an option of fetch().
  if (/^'[a-z][a-z-]{0,20}'$/i.test(value)) return piece
  return name + space + redactHeader(name, value, sideOf(name.toLowerCase()))
}
