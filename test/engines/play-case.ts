import { constructRequest, type TypeErrorReason } from '../../src/fetch/construct-request.ts'
import { combined, get, trimOws } from '../../src/fetch/header-list.ts'
import type { Implementation } from '../../src/fetch/implementation.ts'
import { mainFetch, type Outcome } from '../../src/fetch/main-fetch.ts'
import type { Network, NetworkResult } from '../../src/fetch/network.ts'
import { isSameOrigin, originOf, serializeRequestOrigin } from '../../src/fetch/origin.ts'
import { currentUrl, type FetchRequest } from '../../src/fetch/request.ts'
import { type EngineCase, hopUrl, type NameValue } from './engine-case.ts'
import { answerCase } from './lab/answer-case.ts'

/** What the rules make of a case, given everything that the lab knows of it. */
export interface PlayedCase {
  readonly outcome: Outcome | { readonly type: 'type error'; readonly reason: TypeErrorReason }
  /** What arrives at the lab: method and hop, as "OPTIONS 0", "PUT 0", "PUT 1". */
  readonly sent: readonly string[]
}

/**
 * Plays a case against an engine's implementation, with the lab's answers as the network. `preflightsMixedContent`:
 * whether a redirect to mixed content is preflighted before it is refused, as in WebKit.
 */
export function playCase(
  engineCase: EngineCase,
  implementation: Implementation,
  { preflightsMixedContent = false } = {},
): PlayedCase {
  const { request: asked, page } = engineCase
  const given = asked.headers.map(([name, value]) => ({ name, value: trimOws(value) }))
  const constructed = constructRequest(
    {
      url: hopUrl(engineCase, 0),
      origin: page,
      method: asked.method,
      mode: asked.mode,
      credentials: asked.credentials,
      redirect: asked.redirect,
      // https://xhr.spec.whatwg.org/#dom-xmlhttprequest-setrequestheader combines what is set twice.
      headers: asked.api === 'xhr' ? combined(given) : given,
      uploadListener: asked.uploadListener,
      bodyContentType: asked.body === null ? null : 'text/plain;charset=UTF-8',
    },
    implementation,
  )
  if ('typeError' in constructed) {
    return { outcome: { type: 'type error', reason: constructed.typeError }, sent: [] }
  }
  const sent: string[] = []
  const ask = (url: string, method: string, headers: readonly NameValue[]): NetworkResult => {
    // Mixed content is refused before anything is sent.
    const isMixed = page.startsWith('https:') && url.startsWith('http:')
    if (isMixed && !(preflightsMixedContent && method === 'OPTIONS' && sent.length > 0)) {
      return { type: 'network error' }
    }
    const { pathname, search, protocol, searchParams } = new URL(url)
    // Where a redirect leads back, the hop is not that of the chain.
    const hop = Number(searchParams.get('hop') ?? 0)
    sent.push(`${method} ${hop}`)
    const scheme = protocol === 'https:' ? 'https' : 'http'
    const reply = answerCase(engineCase, hop, {
      method,
      scheme,
      target: pathname + search,
      headers,
      body: '',
    })
    if (reply === null) return { type: 'network error' }
    const headerList = reply.headers.map(([name, value]) => ({ name, value: trimOws(value) }))
    return { type: 'response', response: { status: reply.status, headerList } }
  }
  // Every preflight of a chain that goes on has passed, and is good for some seconds.
  const preflighted = new Set<string>()
  const network: Network = {
    preflight: ({ url, origin, method, unsafeHeaderNames }) => {
      if (preflighted.has(url)) return { type: 'passed' }
      preflighted.add(url)
      return ask(url, 'OPTIONS', [
        ['Origin', origin],
        ['Access-Control-Request-Method', method],
        ['Access-Control-Request-Headers', unsafeHeaderNames.join(',')],
      ])
    },
    actual: (request) => {
      const answer = ask(currentUrl(request), request.method, [
        ['Origin', serializeRequestOrigin(request.origin, request.urlList)],
      ])
      return isRefusedByPolicy(request, answer) ? { type: 'network error' } : answer
    },
  }
  // Chromium refuses credentials in every URL that a redirect leads to, but lets XMLHttpRequest have them.
  const refusesEmbeddedCredentials = implementation.refusesEmbeddedCredentials && asked.api !== 'xhr'
  const asAsked = { ...implementation, refusesEmbeddedCredentials }
  return { outcome: mainFetch(constructed.request, network, asAsked), sent }
}

/** https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check, which is for requests of mode "no-cors" */
function isRefusedByPolicy({ mode, origin, urlList }: FetchRequest, answer: NetworkResult): boolean {
  if (mode !== 'no-cors' || answer.type !== 'response') return false
  const isCrossOrigin = !isSameOrigin(originOf(urlList[urlList.length - 1] ?? ''), origin)
  return isCrossOrigin && get(answer.response.headerList, 'Cross-Origin-Resource-Policy') === 'same-origin'
}
