import type { Engine } from '../../src/engines/engine.ts'
import {
  corsExposedHeaderNames,
  isCorsSafelistedResponseHeaderName,
} from '../../src/fetch/response-headers.ts'
import type { Comparison } from './compare.ts'
import type { Api } from './engine-case.ts'
import type { JudgedCase } from './engine-session.ts'
import { type PlayedCase, playCase } from './play-case.ts'

/**
 * Returns for each case whether the rules, told all that the lab knows, come to the browser's own verdict: its outcome,
 * its code and console sentence, the requests that it sent, the headers that it let script read.
 */
export const compareRules = (cases: readonly JudgedCase[], engine: Engine): Comparison[] =>
  cases.filter(isComparable).map((judged) => {
    const played = playCase(judged.case, engine.implementation, {
      preflightsMixedContent: engine.id === 'webkit',
    })
    const said = sayingOf(judged, played, engine)
    const differs = differencesOf(judged, played, said)
    return {
      ...judged,
      agreement: differs.length === 0 ? 'exact' : 'wrong',
      reports: [
        {
          verdict: played.outcome.type,
          codes: said.code === null ? [] : [said.code],
          message: said.message,
          sent: played.sent,
          differs,
        },
      ],
      entryCount: judged.verdict.arrived.length,
    }
  })

/** An image of a secure page is upgraded to https instead of refused: other URLs than the case's are asked for. */
export const isComparable = ({ case: { request, page, hops } }: JudgedCase): boolean =>
  request.api !== 'img' || page.startsWith('http:') || hops.every(({ origin }) => origin.startsWith('https:'))

interface Saying {
  readonly code: string | null
  readonly message: string | null
}

const REQUESTED_BY = {
  fetch: 'fetch',
  xhr: 'XMLHttpRequest',
  img: 'image',
  script: 'script',
  link: 'CSS stylesheet',
} as const satisfies Record<Api, string>

function sayingOf({ case: { request } }: JudgedCase, { outcome }: PlayedCase, engine: Engine): Saying {
  if (outcome.type !== 'blocked') return { code: null, message: null }
  const console = { requestedBy: REQUESTED_BY[request.api], show: (value: string) => value }
  return { code: engine.code(outcome.failure), message: engine.message(outcome.failure, console) }
}

function differencesOf(
  { case: engineCase, verdict }: JudgedCase,
  played: PlayedCase,
  said: Saying,
): string[] {
  const { outcome } = played
  const isShared = outcome.type === 'shared'
  const { api } = engineCase.request
  const isElement = api !== 'fetch' && api !== 'xhr'
  const differs: string[] = []
  // What CORS lets through, an element or another policy may still refuse: no image, an opaque body that CORP forbids.
  const other = isShared && (isElement || outcome.tainting === 'opaque') && verdict.corsError === null
  if (isShared !== (verdict.outcome === 'shared') && !other) differs.push('outcome')
  const code = verdict.corsError ?? (said.code === null ? null : verdict.netError)
  if (code !== said.code) differs.push('code')
  else if (said.message !== null && ascii(verdict.message ?? '') !== ascii(said.message))
    differs.push(`message: ${said.message}`)
  const arrived = collapse(verdict.arrived.map(shortened))
  if (arrived !== collapse(played.sent)) differs.push(`sent: ${collapse(played.sent)}; arrived: ${arrived}`)
  if (verdict.page.type === 'response' && isShared && outcome.tainting === 'cors') {
    const exposed = corsExposedHeaderNames(outcome.request, outcome.response)
    const mine = ['x-total', 'etag'].filter((name) => isCorsSafelistedResponseHeaderName(name, exposed))
    const theirs = ['x-total', 'etag'].filter((name) => verdict.exposed.includes(name))
    if (String(mine) !== String(theirs)) differs.push(`exposed: ${mine}, not ${theirs}`)
  }
  return differs
}

/** Consoles show bytes above 127 each in their own way; a preflight names one of several refused headers. */
const ascii = (message: string): string =>
  message
    .replace(/(\\u[0-9A-F]{4}|[^\0-\x7f‘’])+/g, '?')
    .replace(/field .* is not allowed/, 'field … is not allowed')

/** Returns "PUT 1" for "PUT /r?id=c0&hop=1". */
function shortened(arrived: string): string {
  const [method = '', target = ''] = arrived.split(' ')
  return `${method} ${/[?&]hop=(\d+)/.exec(target)?.[1] ?? 0}`
}

/** A browser tries a dropped connection again; repeats are one request. */
const collapse = (sent: readonly string[]): string =>
  sent.filter((one, index) => one !== sent[index - 1]).join(', ')
