import { get } from '../../fetch/header-list.ts'
import { isHttpScheme } from '../../fetch/origin.ts'
import { currentUrl, type FetchRequest } from '../../fetch/request.ts'
import { code, list, type Text, text } from '../../text/text.ts'
import { failingChecks } from '../../verdict/failing-checks.ts'
import type { FailingCheck, Verdict } from '../../verdict/verdict.ts'
import { isSerializedOrigin } from '../policy/serialized-origin.ts'
import type { ClientFix } from './client-fix.ts'
import { type DirectUrl, directUrl } from './direct-url.ts'
import { needlessHeaders, withoutHeaders } from './needless-headers.ts'
import { proveFix } from './prove-fix.ts'

/**
 * Returns what the page could change instead of the server, each with what the recorded responses show about it. Changes
 * that would still be blocked are left out.
 */
export function alternativeFixes(verdict: Verdict, request: FetchRequest): readonly Text[] {
  const [cause] = failingChecks(verdict)
  if (cause === undefined) return []
  const single = [
    headers(cause, request),
    withoutCredentials(cause),
    askedDirectly(verdict, cause),
    atAllowedAddress(verdict, cause),
  ].flatMap((fix) => fix ?? [])
  const proven = single.flatMap((fix) => told(verdict, request, fix))
  if (proven.length > 0 || single.length < 2) return proven
  const sameServer = single.filter(({ fromHop }) => fromHop === 0)
  return sameServer.length < 2 ? [] : told(verdict, request, together(sameServer))
}

function told(
  verdict: Verdict,
  request: FetchRequest,
  { advice, play, fromHop }: ClientFix,
): readonly Text[] {
  const proof = play === null ? null : proveFix(verdict, play(request), fromHop)
  return proof === null ? [] : [text`Alternatively, in the page: ${advice}. ${proof.says}`]
}

const together = (fixes: readonly ClientFix[]): ClientFix => ({
  advice: fixes.flatMap(({ advice }, i) => (i === 0 ? advice : ['; and ', ...advice])),
  play: (request) => fixes.reduce((played, { play }) => play?.(played) ?? played, request),
  fromHop: 0,
})

/** A preflight that is only needed because of headers, or that refuses headers, that the request doesn't need. */
function headers({ phase, hop }: FailingCheck, request: FetchRequest): ClientFix | null {
  if (phase !== 'preflight' || hop > 0) return null
  const needless = needlessHeaders(request, new URL(currentUrl(request)).host)
  if (needless === null) return null
  const { names, advice } = needless
  return { advice, play: (asked) => withoutHeaders(asked, names), fromHop: 0 }
}

const OF_CREDENTIALS: readonly string[] = [
  'allow-origin-wildcard-with-credentials',
  'allow-credentials-missing',
  'allow-credentials-not-true',
  'allow-headers-wildcard-with-credentials',
  'allow-methods-wildcard-with-credentials',
]

/** An API that doesn't use cookies is only blocked because the browser would send some. */
function withoutCredentials({ finding }: FailingCheck): ClientFix | null {
  if (!OF_CREDENTIALS.includes(finding.rule.id)) return null
  return {
    advice: text`if this API doesn't need cookies, remove ${code("credentials: 'include'")} (in XMLHttpRequest and axios: ${code('withCredentials')})`,
    play: (request) => ({ ...request, credentialsMode: 'same-origin' }),
    fromHop: 0,
  }
}

const DIFFERS: Readonly<Record<DirectUrl['differs'][number], string>> = {
  https: 'it is https',
  host: 'the host has another name',
  slash: 'only the slash differs',
}

/** A redirect to the same resource at another URL is avoidable. */
function askedDirectly(verdict: Verdict, { phase, hop }: FailingCheck): ClientFix | null {
  const direct = directUrl(verdict, hop, phase === 'preflight')
  if (direct === null) return null
  const why = list(direct.differs.map((part) => DIFFERS[part]))
  return {
    advice: text`call ${code(direct.url)} directly (${why})`,
    play: (request) => ({ ...request, urlList: [direct.url] }),
    fromHop: direct.hop,
  }
}

/** A page with two origins, of which the server allows the other one. */
function atAllowedAddress({ exchange }: Verdict, { finding, phase, hop }: FailingCheck): ClientFix | null {
  const { id } = finding.rule
  if (id !== 'allow-origin-loopback' && id !== 'allow-origin-www' && id !== 'allow-origin-scheme') return null
  const at = exchange.chain[hop]
  const entry = phase === 'preflight' ? at?.preflight : (at?.actual ?? null)
  const allowed = get(entry?.response.headers ?? [], 'Access-Control-Allow-Origin') ?? ''
  if (!isSerializedOrigin(allowed) || !isHttpScheme(allowed)) return null
  // Never suggest http instead of https.
  if (id === 'allow-origin-scheme' && !allowed.startsWith('https:')) return null
  return {
    advice:
      id === 'allow-origin-loopback'
        ? text`open it at ${code(allowed)}, which the server allows`
        : text`serve it only from ${code(allowed)}, which the server allows, and redirect visitors there`,
    play: (request) => ({ ...request, origin: allowed }),
    fromHop: 0,
  }
}
