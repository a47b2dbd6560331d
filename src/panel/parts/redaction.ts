import { limited, type Redaction, redacting, showingSecrets } from '../../internal.ts'

let ofSession = redacting

/**
 * How this document shows what comes from a recording, however long: by its look alone, until {@link showAs} passes the
 * session's redaction, which has noted the recording's secrets. For what is copied, and for values that unfold.
 */
export const wholeRedaction: Redaction = {
  url: (url) => ofSession.url(url),
  header: (name, value, side) => ofSession.header(name, value, side),
  value: (value) => ofSession.value(value),
}

/** The same for what is read: of a very long value the beginning, its size and the end. */
export const redaction: Redaction = limited(wholeRedaction)

/** Sets the session's redaction for this document, or shows secrets. */
export function showAs(sessionRedaction: Redaction, secrets = false): void {
  ofSession = secrets ? showingSecrets : sessionRedaction
}
