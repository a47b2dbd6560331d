import { cappedLists } from '../text/capped.ts'
import type { Inline, Text } from '../text/text.ts'
import { escapeControl } from './escape-control.ts'
import { redactHeader, type Side } from './redact-header.ts'
import { redactPiece } from './redact-piece.ts'
import { redactUrl } from './redact-url.ts'

/** How a renderer shows what comes from a recording; every such value goes through one of these. */
export interface Redaction {
  /** Returns a URL, absolute or not, as it may be shown. */
  url(url: string): string
  /** Returns the value of a header as it may be shown; less of a request's than of a response's. */
  header(name: string, value: string, side?: Side): string
  /** Returns any other piece of a recording as it may be shown: a header line, a method, an origin. */
  value(value: string): string
  /** How much is shown; undefined: all. */
  readonly limits?: Limits
}

/** The most that is shown of one thing. */
export interface Limits {
  /** Of a value. */
  readonly characters: number
  /** Of a list in a sentence. */
  readonly items: number
  /** Of header lines, and of other things below each other. */
  readonly lines: number
}

/** Masks secrets; what is left cannot act on a terminal. */
export const redacting: Redaction = {
  url: (url) => escapeControl(redactUrl(url)),
  header: (name, value, side) => escapeControl(redactHeader(name, value, side)),
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
  cappedLists(text, redaction.limits?.items).map((piece): Inline => {
    if (typeof piece === 'string' || 'link' in piece) return piece
    return { code: redaction.value(piece.code) }
  })
