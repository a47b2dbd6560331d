/** The part of a recording that the harness itself reads; the rest passes through untouched. */
export interface HarJson {
  readonly log: HarLogJson
}

export interface HarLogJson {
  readonly creator?: { readonly name: string; readonly version: string }
  readonly pages?: readonly { readonly title: string }[]
  readonly entries: readonly HarEntryJson[]
}

export interface HarEntryJson {
  readonly startedDateTime: string
  readonly request: HarMessageJson & { readonly method: string; readonly url: string }
  readonly response: HarMessageJson & { readonly status: number; readonly _error?: string | null }
}

interface HarMessageJson {
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

const secretNames = new Set(['cookie', 'authorization', 'set-cookie'])

/**
 * Returns the recording as DevTools' *Export HAR (sanitized)* writes it: without cookies and credentials, ordered by
 * start, finished requests over HTTP only.
 */
export function sanitizeHar(har: HarJson): HarJson {
  const sanitizeMessage = <T extends HarMessageJson>(message: T): T => ({
    ...message,
    headers: message.headers.filter(({ name }) => !secretNames.has(name.toLowerCase())),
    cookies: [],
  })
  const entries = har.log.entries
    .filter((entry) => /^https?:/.test(entry.request.url) && !isPending(entry))
    .map((entry) => ({
      ...entry,
      request: sanitizeMessage(entry.request),
      response: sanitizeMessage(entry.response),
    }))
    .sort((a, b) => Date.parse(a.startedDateTime) - Date.parse(b.startedDateTime))
  return { log: { ...har.log, entries } }
}

/** Reports whether an entry is what DevTools writes for a request that has not ended. */
const isPending = ({ response, ...entry }: HarEntryJson): boolean =>
  response.status === 0 && response._error === null && 'time' in entry && entry.time === 0
