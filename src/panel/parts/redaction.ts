import { type Redaction, redacting } from '../../internal.ts'

let ofSession = redacting

/**
 * How this document shows what comes from a recording: by its look alone, until {@link showAs} hands over the session's, which
 * has taken note of the recording's secrets.
 */
export const redaction: Redaction = {
  url: (url) => ofSession.url(url),
  header: (name, value, side) => ofSession.header(name, value, side),
  value: (value) => ofSession.value(value),
}

/** Has everything in this document shown as a session does. */
export function showAs(session: Redaction): void {
  ofSession = session
}
