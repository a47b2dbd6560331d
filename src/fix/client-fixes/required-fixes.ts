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
import type { ClientFix } from './client-fix.ts'
import { withoutHeaders } from './needless-headers.ts'
import { pageOriginAdvice } from './page-origin-advice.ts'

/**
 * Returns what the page has to change whatever the server does, each kind of change once. If a redirect is refused
 * anyway, the page's redirect mode is only one possible reason.
 */
export function requiredFixes(verdict: Verdict): readonly ClientFix[] {
  const fixes = new Map<ClientChange['what'], ClientFix>()
  const later = nextFailingChecks(verdict).filter(({ assuming }) => assuming.redirectMode === undefined)
  for (const cause of [...failingChecks(verdict), ...later])
    for (const change of cause.fix)
      if (change.type === 'client' && !fixes.has(change.what))
        fixes.set(change.what, fixOf(change.what, verdict, cause))
  return [...fixes.values()]
}

function fixOf(what: ClientChange['what'], verdict: Verdict, cause: FailingCheck): ClientFix {
  const { exchange } = verdict
  const unplayed = (advice: Text): ClientFix => ({ advice, play: null, fromHop: 0 })
  switch (what) {
    case 'method case': {
      const method = exchange.method.toUpperCase()
      return {
        advice: text`write the method in uppercase: ${code(method)} instead of ${code(exchange.method)}`,
        play: (request) => ({ ...request, method: request.method.toUpperCase() }),
        fromHop: 0,
      }
    }
    case 'request header': {
      const names = accessControlNames(verdict)
      return {
        advice: text`remove ${list(names.map(code))} from the request; only the server can send ${names.length === 1 ? 'it' : 'them'}`,
        play: (request) => withoutHeaders(request, names),
        fromHop: 0,
      }
    }
    case 'request URL':
      return urlFix(verdict, cause) ?? unplayed(urlAdvice(verdict, cause))
    case 'mode':
      return unplayed(
        cause.finding.rule.id === 'mode-same-origin'
          ? text`remove ${code("mode: 'same-origin'")}: with it the browser never requests ${code(urlAt(verdict, cause.hop))}. After that, the server's CORS headers decide`
          : text`remove ${code("mode: 'no-cors'")}; it only works with redirect mode ${code('follow')}, and the page couldn't read the response anyway`,
      )
    case 'redirect mode':
      return unplayed(
        text`call ${code(targetAt(verdict, cause.hop))} directly, or remove ${code("redirect: 'error'")} from the request's options`,
      )
    case 'request body':
      return unplayed(
        text`call ${code(targetAt(verdict, cause.hop))} directly, or send a string, a Blob or an ArrayBuffer instead of a stream`,
      )
    case 'page origin':
      return unplayed(pageOriginAdvice(verdict))
  }
}

/** After a redirect from one foreign origin to another, the browser sends `Origin: null`; for a direct call it doesn't. */
function urlFix(verdict: Verdict, { finding, hop }: FailingCheck): ClientFix | null {
  if (hop === 0 || !finding.rule.id.startsWith('allow-origin')) return null
  const url = urlAt(verdict, hop)
  const target = parseUrl(url)
  if (target === null || isLogin(target)) return null
  return {
    advice: text`call ${code(url)} directly: after the redirect, the browser sends ${code('Origin: null')}`,
    play: (request) => ({ ...request, urlList: [url] }),
    fromHop: hop,
  }
}

function urlAdvice(verdict: Verdict, { finding, hop }: FailingCheck): Text {
  const [from, to] = [urlAt(verdict, hop), locationAt(verdict, hop)]
  switch (finding.rule.id) {
    case 'redirect-limit':
      return text`call a URL that doesn't redirect: ${code(from)} is redirected in a loop`
    case 'redirect-location-invalid':
      return text`call the URL that ${code(`Location: ${to}`)} should have`
    case 'redirect-scheme-not-http':
      return text`call a URL that doesn't redirect to ${code(to)}: fetch only follows http and https; the server can return the address in the body instead`
    case 'scheme-not-http':
      return text`serve ${code(from)} with a web server, such as ${code('npx serve')}, and call it there: fetch only reads http and https`
    default:
      return text`navigate the whole page to the login at ${code(from)}: a fetch can't log in, and the API should respond with 401 instead of redirecting there`
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

/** The headers of the request (in lowercase) that only have a meaning in responses. */
function accessControlNames({ exchange: { facts } }: Verdict): readonly string[] {
  const names = valuesOfFact(facts.headerList).flatMap((list) => list.map(({ name }) => asciiLower(name)))
  return [...new Set(names)].filter((name) => name.startsWith('access-control-'))
}
