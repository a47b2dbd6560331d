import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isSkipped, parseEntry } from '../har/parse-entry.ts'
import { type Answer, headersOf } from './answer.ts'
import { bodyOf } from './body-of.ts'
import { wireRequestOf } from './wire-request-of.ts'

/** Returns an answer as the entry of a recording, whose index is that of its probe; null if there is no response. */
export function entryOfAnswer(answer: Answer): HarEntry | null {
  const entry = answer.response === null ? null : parseEntry(harEntryOf(answer), 0, answer.index)
  return entry === null || isSkipped(entry) ? null : entry
}

function harEntryOf(answer: Answer): object {
  const { probe, response } = answer
  const headers = headersOf(answer)
  const status = response?.status ?? 0
  return {
    startedDateTime: new Date(response?.started ?? 0).toISOString(),
    time: response?.ms ?? 0,
    request: {
      method: probe.method,
      url: probe.url,
      headers: wireRequestOf(probe).headers.map(([name, value]) => ({ name, value })),
      cookies: [],
    },
    response: {
      status,
      statusText: response?.statusText ?? '',
      headers,
      redirectURL: get(headers, 'Location') ?? '',
      content: {
        size: response?.body.length ?? 0,
        mimeType: get(headers, 'Content-Type') ?? '',
        ...(status >= 400 ? { text: bodyOf(answer) } : {}),
      },
    },
  }
}
