import { entryOfMessage } from '../check/har-of-check.ts'
import type { HeaderList } from '../fetch/header-list.ts'
import { isSkipped, parseEntry } from '../har/parse-entry.ts'
import type { RecordingRedaction } from '../redact/redaction-for.ts'

/** What somebody gives for requests to be sent. */
export interface Given {
  readonly url: string
  readonly method?: string
  readonly headers: HeaderList
}

/** Collects the secrets of what is given: they are secret whether it's sent or not. */
export function noteGiven({ url, method = 'GET', headers }: Given, redaction: RecordingRedaction): void {
  const lines = headers.map(({ name, value }) => [name, value] as const)
  const request = { method, url, headers: lines, body: null }
  const message = { phase: 'actual', hop: 0, request, response: null, notSent: null } as const
  const entry = parseEntry(entryOfMessage(message, 0, 0), 0, 0)
  if (!isSkipped(entry)) redaction.note(entry)
}
