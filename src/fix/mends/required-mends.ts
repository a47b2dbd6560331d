import { entryOf } from '../../evidence/exchange.ts'
import { valuesOfFact } from '../../evidence/fact.ts'
import { redirectTarget } from '../../evidence/redirect-target.ts'
import { asciiLower } from '../../fetch/header-list.ts'
import { isLogin } from '../../knowledge/login.ts'
import { parseUrl } from '../../parse-url.ts'
import type { ClientChange } from '../../rules/change.ts'
import { code, list, type Text, text } from '../../text/text.ts'
import { failingChecks, nextFailingChecks } from '../../verdict/failing-checks.ts'
import type { FailingCheck, Verdict } from '../../verdict/verdict.ts'
import type { ClientMend } from './client-mend.ts'
import { withoutHeaders } from './needless-headers.ts'
import { pageOriginAdvice } from './page-origin-advice.ts'

/**
 * Returns what the page has to change whatever the server answers, each kind of change once. That it asked not to be
 * redirected is only one possibility where the redirect itself is refused before.
 */
export function requiredMends(verdict: Verdict): readonly ClientMend[] {
  const mends = new Map<ClientChange['what'], ClientMend>()
  const later = nextFailingChecks(verdict).filter(({ assuming }) => assuming.redirectMode === undefined)
  for (const cause of [...failingChecks(verdict), ...later])
    for (const change of cause.fix)
      if (change.type === 'client' && !mends.has(change.what))
        mends.set(change.what, mendOf(change.what, verdict, cause))
  return [...mends.values()]
}

function mendOf(what: ClientChange['what'], verdict: Verdict, cause: FailingCheck): ClientMend {
  const { exchange } = verdict
  const unplayed = (advice: Text): ClientMend => ({ advice, play: null, fromHop: 0 })
  switch (what) {
    case 'method case': {
      const method = exchange.method.toUpperCase()
      return {
        advice: text`write the method in upper case, ${code(method)} instead of ${code(exchange.method)}: browsers do that for a few methods only`,
        play: (request) => ({ ...request, method: request.method.toUpperCase() }),
        fromHop: 0,
      }
    }
    case 'request header': {
      const names = accessControlNames(verdict)
      return {
        advice: text`remove ${list(names.map(code))} from the request; ${names.length === 1 ? 'it is a response header, which' : 'they are response headers, which'} only the server can send`,
        play: (request) => withoutHeaders(request, names),
        fromHop: 0,
      }
    }
    case 'request URL':
      return urlMend(verdict, cause) ?? unplayed(urlAdvice(verdict, cause))
    case 'mode':
      return unplayed(
        cause.finding.rule.id === 'mode-same-origin'
          ? text`leave ${code("mode: 'same-origin'")} out: with it the browser refuses ${code(urlAt(verdict, cause.hop))} before it asks. Then the server decides by its CORS headers`
          : text`leave ${code("mode: 'no-cors'")} out; it goes with no other redirect mode than ${code('follow')}, and its response could not be read anyway`,
      )
    case 'redirect mode':
      return unplayed(
        text`ask ${code(targetAt(verdict, cause.hop))} directly, where the redirect leads, or leave ${code("redirect: 'error'")} out of the request's options`,
      )
    case 'request body':
      return unplayed(
        text`ask ${code(targetAt(verdict, cause.hop))} directly, where the redirect leads, or send a body that can be sent twice: a string, a Blob or an ArrayBuffer instead of a stream`,
      )
    case 'page origin':
      return unplayed(pageOriginAdvice(verdict))
  }
}

/** After a redirect from one foreign origin to another the browser hides who asks; asked at once it does not. */
function urlMend(verdict: Verdict, { finding, hop }: FailingCheck): ClientMend | null {
  if (hop === 0 || !finding.rule.id.startsWith('allow-origin')) return null
  const url = urlAt(verdict, hop)
  const target = parseUrl(url)
  if (target === null || isLogin(target)) return null
  return {
    advice: text`ask ${code(url)} directly: the redirect to it makes the browser hide who asks`,
    play: (request) => ({ ...request, urlList: [url] }),
    fromHop: hop,
  }
}

function urlAdvice(verdict: Verdict, { finding, hop }: FailingCheck): Text {
  const [from, to] = [urlAt(verdict, hop), locationAt(verdict, hop)]
  switch (finding.rule.id) {
    case 'redirect-limit':
      return text`ask a URL that answers itself: ${code(from)} is redirected in a circle`
    case 'redirect-location-invalid':
      return text`ask the URL that ${code(`Location: ${to}`)} is meant to be`
    case 'redirect-scheme-not-http':
      return text`ask a URL that does not redirect to ${code(to)}: no fetch leaves http and https; the server can say the address in the body of its answer`
    case 'scheme-not-http':
      return text`put what ${code(from)} has on a web server, ${code('npx serve')} for example, and ask it there: fetch reads http and https`
    default:
      return text`go to the login at ${code(from)} with the whole page: nobody logs in by a fetch, and the API should answer 401 instead of redirecting there`
  }
}

function urlAt({ exchange: { chain, url } }: Verdict, hop: number): string {
  const at = chain[hop]
  return at === undefined ? url : entryOf(at).request.url
}

const targetAt = (verdict: Verdict, hop: number): string => {
  const at = verdict.exchange.chain[hop]
  const target = at?.actual === undefined || at.actual === null ? '' : redirectTarget(at.actual)
  return target === '' ? urlAt(verdict, hop) : target
}

function locationAt({ exchange: { chain } }: Verdict, hop: number): string {
  const response = chain[hop]?.actual?.response
  const location = response?.headers.find(({ name }) => asciiLower(name) === 'location')?.value
  return location ?? response?.redirectUrl ?? ''
}

/** The headers of the request, in lower case, that only a response has a use for. */
function accessControlNames({ exchange: { facts } }: Verdict): readonly string[] {
  const names = valuesOfFact(facts.headerList).flatMap((list) => list.map(({ name }) => asciiLower(name)))
  return [...new Set(names)].filter((name) => name.startsWith('access-control-'))
}
