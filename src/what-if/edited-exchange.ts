import { type Exchange, entryOf, type Facts } from '../evidence/exchange.ts'
import { implementationOf } from '../evidence/exchanges-of.ts'
import { type Fact, known, open } from '../evidence/fact.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import { corsUnsafeRequestHeaderNames } from '../fetch/request-headers.ts'
import { editedHop } from './edited-hop.ts'
import { type WhatIf, whatIfOf } from './what-if.ts'

/**
 * Returns an exchange with the user's changes, or the exchange itself if there are none. The recorded outcome doesn't
 * apply to an edited exchange.
 */
export function editedExchange(exchange: Exchange, edited: WhatIf): Exchange {
  return isSame(edited, whatIfOf(exchange)) ? exchange : imaginedExchange(exchange, edited)
}

/** Returns the exchange described by `edited`; what the form doesn't contain comes from `base`. */
export function imaginedExchange(base: Exchange, edited: WhatIf): Exchange {
  const before = whatIfOf(base)
  const facts = factsOf(base, edited, before)
  const [first, ...rest] = edited.hops
  const isSameRequest = isSame(requestOf(edited), requestOf(before))
  const names = unsafeNamesOf(base, edited)
  const context = { base, edited, before, names, isDue: facts.preflightNeeded, isSameRequest }
  return {
    ...base,
    recording: { ...base.recording, sentByBrowser: false },
    url: first.url,
    method: edited.method,
    facts,
    chain: [editedHop(first, 0, context), ...rest.map((hop, i) => editedHop(hop, i + 1, context))],
    observed: { outcome: 'unknown', elsewhere: false, source: null },
    cachedPreflight: isSameRequest ? base.cachedPreflight : null,
    redirectedByExtension: null,
  }
}

function factsOf(base: Exchange, edited: WhatIf, before: WhatIf): Facts {
  const { facts } = base
  const { index } = entryOf(base.chain[0])
  const fact = <T>(field: string, old: Fact<T>, was: unknown, value: T): Fact<T> =>
    isSame(was, value) ? old : known(value, { entry: index, field, value: String(value) })
  const origin: Fact<string> =
    edited.origin === ''
      ? open([], 'no Origin header')
      : fact('request.headers.Origin', facts.origin, before.origin, edited.origin)
  const headerList = isSame(edited.headers, before.headers)
    ? facts.headerList
    : known(edited.headers, { entry: index, field: 'request.headers', value: null })
  const isAskedOtherwise = edited.method !== before.method || !isSame(edited.headers, before.headers)
  return {
    ...facts,
    origin,
    headerList,
    credentialsMode:
      edited.credentialsMode === null
        ? credentialsNotKnown(facts)
        : fact('what-if', facts.credentialsMode, before.credentialsMode, edited.credentialsMode),
    mode: edited.mode === null ? facts.mode : fact('what-if', facts.mode, before.mode, edited.mode),
    preflightNeeded: isAskedOtherwise
      ? known(needsPreflight(base, edited), { entry: index, field: 'request.method', value: edited.method })
      : facts.preflightNeeded,
  }
}

const credentialsNotKnown = ({ credentialsMode }: Facts): Facts['credentialsMode'] =>
  credentialsMode.known
    ? open(['same-origin', 'include'], 'no recording states the credentials mode')
    : credentialsMode

const needsPreflight = (base: Exchange, edited: WhatIf): boolean =>
  base.facts.useCorsPreflightFlag ||
  !isCorsSafelistedMethod(edited.method) ||
  unsafeNamesOf(base, edited).length > 0

const unsafeNamesOf = ({ recording }: Exchange, { headers }: WhatIf): readonly string[] =>
  corsUnsafeRequestHeaderNames(headers, implementationOf(recording.browser))

const requestOf = ({ hops, ...request }: WhatIf): unknown => [request, hops.map(({ url }) => url)]

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
