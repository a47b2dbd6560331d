import { originOf } from '../fetch/origin.ts'
import { currentUrl } from '../fetch/request.ts'
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
    const first = failure.request.urlList[0]
    return {
      ...allowOriginArgs(failure),
      page: failure.request.origin,
      first: originOf(first),
      url: currentUrl(failure.request),
    }
  },
  summary: ({ response, value }) =>
    text`After the redirect the browser asks as ${code('null')}; the ${response} allows ${code(value)}.`,
  detail: ({ page, first, url }) =>
    text`${code(first)} redirected to another origin that is not the page's either. From there on the browser hides who asks: ${code('Origin: null')} instead of ${code(page)}. Ask ${code(url)} directly, or let ${code(first)} answer itself; allowing ${code('null')} would allow any site.`,
  evidence: allowOriginEvidence,
  fix: () => [{ type: 'client', what: 'request URL' }],
})
