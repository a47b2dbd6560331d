import { originOf } from '../fetch/origin.ts'
import { currentUrl, type FetchRequest } from '../fetch/request.ts'
import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * A redirect between two foreign origins made the browser send `Origin: null`.
 *
 * Example: the page calls api.example, which redirects to cdn.example; cdn.example gets `Origin: null`.
 * Instead: call the final URL directly.
 */
export default defineRule({
  id: 'allow-origin-null-after-redirect',
  means: 'A redirect between two foreign origins made the browser send `Origin: null`.',
  match: (failure) => {
    if (failure.serializedOrigin !== 'null' || failure.request.origin === 'null') return null
    const { request } = failure
    return { ...allowOriginArgs(failure), from: taintedBy(request), url: currentUrl(request) }
  },
  brief: () => text`${code('Origin: null')} after a redirect`,
  summary: ({ response, value }) =>
    text`After a redirect the browser sends ${code('Origin: null')}; the ${response} allows ${code(value)}.`,
  detail: ({ page, from, url }) =>
    text`${code(from)} redirected the request to another origin, so the browser hides ${code(page)}. Call ${code(url)} directly. Don't allow ${code('null')}: any site can send it.`,
  evidence: allowOriginEvidence,
  fix: () => [{ type: 'client', what: 'request URL' }],
})

/** Returns the origin whose redirect tainted the request: the first foreign one that was left for another. */
function taintedBy({ origin, urlList }: FetchRequest): string {
  const origins = urlList.map(originOf)
  return origins.find((one, i) => one !== origin && i + 1 < origins.length && origins[i + 1] !== one) ?? ''
}
