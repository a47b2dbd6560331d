import { isSkipped, parseEntry } from '../../src/har/parse-entry.ts'
import { type RecordingRedaction, redactionFor } from '../../src/redact/redaction-for.ts'

/** What stands in an entry. */
export interface Given {
  readonly url?: string
  readonly sent?: Readonly<Record<string, string>>
  readonly got?: Readonly<Record<string, string>>
  readonly cookies?: readonly object[]
  readonly status?: number
  readonly statusText?: string
  readonly error?: string
}

const listed = (headers: Readonly<Record<string, string>> = {}): readonly object[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }))

/** Returns a redaction that has taken note of some entries. */
export function recordingRedaction(...all: readonly Given[]): RecordingRedaction {
  const redaction = redactionFor(false)
  for (const given of all) {
    const entry = parseEntry(
      {
        request: {
          method: 'GET',
          url: given.url ?? 'https://api.example.test/items',
          headers: listed(given.sent),
          cookies: given.cookies ?? [],
        },
        response: {
          status: given.status ?? 200,
          statusText: given.statusText ?? '',
          headers: listed(given.got),
          ...(given.error === undefined ? {} : { _error: given.error }),
        },
      },
      0,
      0,
    )
    if (isSkipped(entry)) throw new Error(entry.why)
    redaction.note(entry)
  }
  return redaction
}
