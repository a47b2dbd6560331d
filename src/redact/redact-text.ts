import { cappedLists } from '../text/capped.ts'
import type { Inline, Text } from '../text/text.ts'
import { escapeControl } from './escape-control.ts'
import { redactHeader, type Side } from './redact-header.ts'
import { redactPiece } from './redact-piece.ts'
import { redactUrl } from './redact-url.ts'

/** How a renderer shows recorded values. Every recorded value goes through one of these. */
export interface Redaction {
  /** Returns a URL, absolute or not, as it may be shown. */
  url(url: string): string
  /** Returns the value of a header as it may be shown. More is masked in requests than in responses. */
  header(name: string, value: string, side?: Side): string
  /** Returns any other piece of a recording as it may be shown: a header line, a method, an origin. */
  value(value: string): string
  /** How much is shown; undefined: all. */
  readonly limits?: Limits
}

/** The limits for one item. */
export interface Limits {
  /** For a value. */
  readonly characters: number
  /** For a list in a sentence. */
  readonly items: number
  /** For header lines and other items below each other. */
  readonly lines: number
}

/** Masks secrets, and escapes characters that could control a terminal. */
export const redacting: Redaction = {
  url: (url) => escapeControl(redactUrl(url)),
  header: (name, value, side) => escapeControl(redactHeader(name, value, side)),
  value: (value) => escapeControl(redactPiece(value)),
}

/** Shows everything, at the user's request. Characters that could control a terminal are still escaped. */
export const showingSecrets: Redaction = {
  url: escapeControl,
  header: (_, value) => escapeControl(value),
  value: escapeControl,
}

/** Shows values of a report, whose secrets are masked already. */
export const maskedBefore: Redaction = {
  url: (url) => url,
  header: (_, value) => value,
  value: (value) => value,
}

/** Returns `text` as it may be shown: its quoted pieces are recorded values. */
export const redactText = (text: Text, redaction: Redaction = redacting): Text =>
  cappedLists(text, redaction.limits?.items).map((piece): Inline => {
    if (typeof piece === 'string' || 'link' in piece) return piece
    return { code: redaction.value(piece.code) }
  })
