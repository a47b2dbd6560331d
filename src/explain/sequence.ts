import { entryOf } from '../evidence/exchange.ts'
import { requestedHeaderNames } from '../evidence/is-preflight.ts'
import { asciiLower, type Header, type HeaderList, isName } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import { isUsuallyAllowed } from '../verdict/is-usually-allowed.ts'
import type { FailingCheck, Verdict } from '../verdict/verdict.ts'
import { entryWords } from './entry-words.ts'

/** A header line in the picture of an exchange. */
export interface HeaderLine {
  readonly name: string
  /** null: a required header is missing. */
  readonly value: string | null
  /** Whether a cause names this line. */
  readonly guilty: boolean
}

/** The parts of one request and its response that CORS reads. */
export interface Message {
  readonly kind: 'preflight' | 'actual'
  readonly hop: number
  /** Position in the recording, or null if the message is only inferred. */
  readonly entry: number | null
  /** The same in words, for readers of the file. */
  readonly place: string | null
  readonly method: string
  readonly url: string
  /** Whether the request was sent; null if the recording doesn't show it. */
  readonly sent: boolean | null
  readonly request: readonly HeaderLine[]
  /** null if no response was recorded. */
  readonly status: { readonly code: number; readonly text: string; readonly guilty: boolean } | null
  readonly response: readonly HeaderLine[]
  /** Whether the fetch ended here. */
  readonly failed: boolean
}

type Bare = Omit<Message, 'place'>

/** Returns the messages of a fetch in the order in which they were sent. */
export function sequenceOf(verdict: Verdict): readonly Message[] {
  const { exchange } = verdict
  return exchange.chain.flatMap((hop, index): Message[] => {
    // What usually works isn't drawn as if it had failed.
    const failing = isUsuallyAllowed(verdict) ? [] : failingChecks(verdict)
    const here = failing.filter(({ hop: at }) => at === index)
    const refused = here.some(({ phase }) => phase === 'preflight')
    const messages: Bare[] = []
    if (hop.preflight !== null) messages.push(preflightMessage(hop.preflight, index, here))
    if (hop.actual !== null) messages.push(actualMessage(hop.actual, hop.standIn, index, here, refused))
    else {
      const method = exchange.method
      const url = entryOf(hop).request.url
      const sent = refused ? false : null
      messages.push({
        kind: 'actual',
        hop: index,
        entry: null,
        method,
        url,
        sent,
        request: [],
        status: null,
        response: [],
        failed: false,
      })
    }
    return messages.map((one) => ({
      ...one,
      place: one.entry === null ? null : entryWords(one.entry, exchange.recording),
    }))
  })
}

function preflightMessage(entry: HarEntry, hop: number, failing: readonly FailingCheck[]): Bare {
  const own = failing.filter(({ phase }) => phase === 'preflight')
  const wanted = (name: string): boolean =>
    /^(origin|access-control-request-.*|sec-fetch-storage-access)$/.test(name)
  return message(
    'preflight',
    entry,
    hop,
    own,
    entry.request.headers.filter(({ name }) => wanted(asciiLower(name))),
  )
}

function actualMessage(
  entry: HarEntry,
  standIn: HarEntry | null,
  hop: number,
  failing: readonly FailingCheck[],
  refused: boolean,
): Bare {
  const own = failing.filter(({ phase }) => phase === 'actual')
  const asked = requestedHeaderNames(entry)
  const wanted = ({ name }: Header): boolean =>
    /^(origin|cookie|authorization|content-type|sec-fetch-storage-access|access-control-.*|x-.*)$/.test(
      asciiLower(name),
    ) || asked.includes(asciiLower(name))
  const shown = message('actual', entry, hop, own, entry.request.headers.filter(wanted))
  // A request that its preflight stopped was never sent, whatever its entry shows.
  if (refused) return { ...shown, sent: false, status: null, response: [] }
  if (shown.status !== null || standIn === null) return shown
  const { status, response } = message('actual', standIn, hop, own, [])
  return { ...shown, status, response }
}

function message(
  kind: Message['kind'],
  entry: HarEntry,
  hop: number,
  failing: readonly FailingCheck[],
  request: HeaderList,
): Bare {
  const evidence = failing.flatMap(({ evidence: shown }) => shown)
  const guilty = new Set(evidence.map(({ field, value }) => `${asciiLower(field)}\n${value}`))
  const missing = evidence.flatMap(({ field, value }): HeaderLine[] => {
    const name = /^response\.headers\.(.*)$/.exec(field)?.[1]
    return name !== undefined && value === null ? [{ name, value: null, guilty: true }] : []
  })
  const line =
    (side: 'request' | 'response') =>
    ({ name, value }: Header): HeaderLine => ({
      name,
      value,
      guilty: side === 'response' && guilty.has(`response.headers.${asciiLower(name)}\n${value}`),
    })
  const { status, statusText, headers } = entry.response
  return {
    kind,
    hop,
    entry: entry.index,
    method: entry.request.method,
    url: entry.request.url,
    sent: status > 0 || entry.request.onTheWire ? true : null,
    request: originFirst(request).map(line('request')),
    status:
      status === 0
        ? null
        : {
            code: status,
            text: statusText,
            guilty: evidence.some(({ field }) => field === 'response.status'),
          },
    response: [
      ...headers
        .filter(({ name }) =>
          /^(access-control-.*|location|vary|allow|www-authenticate)$/.test(asciiLower(name)),
        )
        .map(line('response')),
      ...missing.filter((one, i) => missing.findIndex(({ name }) => isName(name, one.name)) === i),
    ],
    failed: failing.length > 0,
  }
}

/** Browsers sort header lines by name, but CORS reads the origin first. */
const originFirst = (headerList: HeaderList): HeaderList => [
  ...headerList.filter(({ name }) => isName(name, 'Origin')),
  ...headerList.filter(({ name }) => !isName(name, 'Origin')),
]
