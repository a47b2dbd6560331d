import type { Inline, Text } from '../text/text.ts'
import { escapeControl } from './escape-control.ts'
import { redactHeader } from './redact-header.ts'
import { redactUrl } from './redact-url.ts'
import { redactValue } from './redact-value.ts'

/** How a renderer shows what comes from a recording; every such value goes through one of these. */
export interface Redaction {
  /** Returns a URL, absolute or not, as it may be shown. */
  url(url: string): string
  /** Returns the value of a header as it may be shown. */
  header(name: string, value: string): string
  /** Returns any other piece of a recording as it may be shown: a header line, a method, an origin. */
  value(value: string): string
}

/** Masks secrets; what is left cannot act on a terminal. */
export const redacting: Redaction = {
  url: (url) => escapeControl(redactUrl(url)),
  header: (name, value) => escapeControl(redactHeader(name, value)),
  value: (value) => escapeControl(redactPiece(value)),
}

/** Shows everything, for users who asked to see it; it still cannot act on a terminal. */
export const showingSecrets: Redaction = {
  url: escapeControl,
  header: (_, value) => escapeControl(value),
  value: escapeControl,
}

/** Returns `text` as it may be shown: its quoted pieces are the ones that come from a recording. */
export const redactText = (text: Text, redaction: Redaction = redacting): Text =>
  text.map((piece): Inline => {
    if (typeof piece === 'string' || 'link' in piece) return piece
    return { code: redaction.value(piece.code) }
  })

/** Quoted pieces are URLs, header lines, or words of either. */
function redactPiece(piece: string): string {
  if (/^(https?|wss?|ftp):/i.test(piece) && !/[\s,]/.test(piece)) return redactUrl(piece)
  const [, name, space, value] = /^([!#$%&'*+.^`|~\w-]+)(:[ \t]*)(?!\/\/)(.*)$/s.exec(piece) ?? []
  if (name === undefined || space === undefined || value === undefined) return redactValue(piece)
  return name + space + redactHeader(name, value)
}
