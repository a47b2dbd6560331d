import type { Hop } from '../evidence/chain.ts'
import { type Exchange, entryOf } from '../evidence/exchange.ts'
import type { Fact } from '../evidence/fact.ts'
import { asciiLower, type HeaderList } from '../fetch/header-list.ts'
import type { HarEntry, HarResponse } from '../har/har-entry.ts'
import type { WhatIf, WhatIfHop, WhatIfResponse } from './what-if.ts'

/** What an edited hop depends on, besides itself. */
export interface EditedHopContext {
  readonly base: Exchange
  readonly edited: WhatIf
  readonly before: WhatIf
  /** The names of the CORS-unsafe request-headers of the edited request. */
  readonly names: readonly string[]
  readonly isDue: Fact<boolean>
  /** Whether only responses were changed. */
  readonly isSameRequest: boolean
}

/** Returns a hop with the edited request and responses in it. */
export function editedHop(hop: WhatIfHop, at: number, context: EditedHopContext): Hop {
  const { base, before, isDue, isSameRequest } = context
  const last = base.chain[base.chain.length - 1] ?? base.chain[0]
  const old = base.chain[at] ?? last
  const template = entryOf(old)
  const was = before.hops[at]
  const isKept = isSameRequest && JSON.stringify(was?.response) === JSON.stringify(hop.response)
  const method = methodAt(old, context)
  const headers = requestHeaders(old, context)
  const actual = withResponse(
    { ...template, request: { ...template.request, url: hop.url, method, headers } },
    hop.response,
  )
  // A preflight that is only needed since the edit has no response.
  const isUnknown = !isSameRequest && at === 0 && isDue.known && isDue.value
  const preflight =
    hop.preflight === null && !isUnknown ? null : preflightOf(hop, old.preflight ?? template, context)
  return {
    actual: isKept && old.actual !== null ? asSent(old.actual) : actual,
    preflight: hop.preflight === null && isSameRequest ? old.preflight : preflight,
    standIn: isKept ? old.standIn : null,
  }
}

/** A redirect keeps the method or changes it to GET, as it did in the recording. */
function methodAt({ actual }: Hop, { base, edited, before }: EditedHopContext): string {
  const recorded = actual?.request.method ?? before.method
  return recorded === base.method ? edited.method : recorded
}

function requestHeaders({ actual }: Hop, { edited, before, isSameRequest }: EditedHopContext): HeaderList {
  const sent = actual?.request.headers ?? []
  if (isSameRequest) return sent
  const replaced = new Set(['origin', ...before.headers.map(({ name }) => asciiLower(name))])
  return [
    ...sent.filter(({ name }) => !replaced.has(asciiLower(name))),
    ...(edited.origin === '' ? [] : [{ name: 'Origin', value: edited.origin }]),
    ...edited.headers,
  ]
}

function preflightOf(hop: WhatIfHop, old: HarEntry, context: EditedHopContext): HarEntry {
  const { edited, names, isSameRequest } = context
  const headers = isSameRequest
    ? old.request.headers
    : [
        { name: 'Origin', value: edited.origin },
        { name: 'Access-Control-Request-Method', value: edited.method },
        ...(names.length === 0
          ? []
          : [{ name: 'Access-Control-Request-Headers', value: names.map(asciiLower).join(',') }]),
      ]
  return withResponse(
    { ...old, request: { ...old.request, method: 'OPTIONS', url: hop.url, headers } },
    hop.preflight,
  )
}

/** Returns an entry with another response, and without the browser's notes about the recorded one. */
const withResponse = (entry: HarEntry, response: WhatIfResponse | null): HarEntry =>
  asSent({ ...entry, response: response === null ? NOTHING : { ...NOTHING, ...response } })

const asSent = (entry: HarEntry): HarEntry => ({
  ...entry,
  vendor: {
    ...entry.vendor,
    error: undefined,
    fromCache: null,
    viaServiceWorker: false,
    securityState: null,
    noTimings: false,
  },
})

const NOTHING: HarResponse = {
  status: 0,
  statusText: '',
  headers: [],
  redirectUrl: '',
  mimeType: '',
  contentSize: null,
  errorBody: null,
  headersSize: null,
}
