import { originOf } from '../fetch/origin.ts'
import { currentUrl, type FetchRequest } from '../fetch/request.ts'
import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * A redirect from one foreign origin to another made the browser send `Origin: null`.
 *
 * Example: the page asks api.example, which redirects to cdn.example: cdn.example is asked by `null`.
 * Instead: ask the final URL directly.
 */
export default defineRule({
  id: 'allow-origin-null-after-redirect',
  means: 'A redirect from one foreign origin to another made the browser send `Origin: null`.',
  match: (failure) => {
    if (failure.serializedOrigin !== 'null' || failure.request.origin === 'null') return null
    const { request } = failure
    return { ...allowOriginArgs(failure), from: taintedBy(request), url: currentUrl(request) }
  },
  summary: ({ response, value }) =>
    text`After the redirect the browser asks as ${code('null')}; the ${response} allows ${code(value)}.`,
  detail: ({ page, from, url }) =>
    text`${code(from)}, which is not the page's origin, redirected to another one. From there on the browser hides who asks: ${code('Origin: null')} instead of ${code(page)}. Ask ${code(url)} directly, or let ${code(from)} answer itself; allowing ${code('null')} would allow any site.`,
  evidence: allowOriginEvidence,
  fix: () => [{ type: 'client', what: 'request URL' }],
})

/** Returns the origin whose redirect tainted the request: the first foreign one that was left for another. */
function taintedBy({ origin, urlList }: FetchRequest): string {
  const origins = urlList.map(originOf)
  return origins.find((one, i) => one !== origin && i + 1 < origins.length && origins[i + 1] !== one) ?? ''
}
