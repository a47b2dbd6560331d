import { type Redaction, redacting } from '../../internal.ts'

let ofSession = redacting

/**
 * How this document shows recorded values: judged by their looks alone until {@link showAs} sets the session's redaction,
 * which knows the recording's secrets.
 */
export const redaction: Redaction = {
  url: (url) => ofSession.url(url),
  header: (name, value, side) => ofSession.header(name, value, side),
  value: (value) => ofSession.value(value),
}

/** Sets the session's redaction for this document. */
export function showAs(session: Redaction): void {
  ofSession = session
}
