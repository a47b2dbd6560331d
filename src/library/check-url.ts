import type { CheckRequest } from '../check/check-request.ts'
import { entryOfMessage, harOfCheck } from '../check/har-of-check.ts'
import { type CheckLimits, type NoRequest, type PlayedCheck, playCheck } from '../check/play-check.ts'
import type { Send } from '../check/wire.ts'
import type { PageReport } from '../evidence/page-report.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isSkipped, parseEntry } from '../har/parse-entry.ts'
import { CHECK } from '../har/recording.ts'
import type { RecordingRedaction } from '../redact/redaction-for.ts'
import type { Examined } from '../report/to-report.ts'
import { version } from '../version.ts'
import { examine } from './examine.ts'
import { noteGiven } from './note-given.ts'

/** What a check found. */
export interface CheckedUrl extends PlayedCheck {
  readonly request: CheckRequest
  readonly examined: Examined
  /** An entry for each message, those that weren't sent included. */
  readonly entries: readonly HarEntry[]
  /** The requests and responses in HAR format. */
  readonly har: object
}

/** How a check is made, beside the request. */
export interface CheckUrlOptions extends CheckLimits {
  readonly send: Send
  readonly redaction: RecordingRedaction
  /** Its place among several. */
  readonly file?: number
}

/** Sends a request as a browser would, and examines what came back as a recording of it. Never rejects. */
export async function checkUrl(
  asked: CheckRequest,
  options: CheckUrlOptions,
): Promise<CheckedUrl | NoRequest> {
  const { url, method, headers, cookie } = asked
  const given = cookie === null ? headers : [...headers, { name: 'Cookie', value: cookie }]
  noteGiven({ url, method, headers: given }, options.redaction)
  const played = await playCheck(asked, options, options.send)
  if ('typeError' in played) return played
  const har = harOfCheck(played, { name: CHECK, version })
  const examined = await examine(har, {
    name: asked.url,
    file: options.file ?? 0,
    engine: asked.engine,
    origin: null,
    redaction: options.redaction,
    page: pageOf(played, asked),
  })
  const entries = played.messages.flatMap((message, i) => {
    const entry = parseEntry(entryOfMessage(message, 0, 0), 0, i)
    return isSkipped(entry) ? [] : [entry]
  })
  return { ...played, request: asked, examined, entries, har }
}

/** What a recording doesn't state, and a check knows: how the page made the request. */
function pageOf({ start, messages }: PlayedCheck, asked: CheckRequest): PageReport {
  const [first] = messages
  const started = first?.response && !('fault' in first.response) ? first.response.started : 0
  return {
    calls: [
      {
        by: 'check',
        url: asked.url,
        method: start.method,
        headers: start.headerList,
        mode: asked.mode,
        credentials: asked.credentials,
        time: started,
      },
    ],
    outcomes: [],
  }
}
