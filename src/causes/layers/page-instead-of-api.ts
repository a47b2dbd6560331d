import { hostOf } from '../../evidence/address.ts'
import { presentHeaders, requestHeader, responseHeader, status } from '../../evidence/place.ts'
import { asciiLower, get } from '../../fetch/header-list.ts'
import { isOkStatus } from '../../fetch/response.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { isActual, isOwn } from '../../reading/api-response.ts'
import { headerOf, isHtml, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import type { Reader } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

const LOGIN_PAGE = /<title[^<>]*>[^<]{0,80}\b(?:log[ -]?in|sign[ -]?in|sign[ -]?on)\b/i

/**
 * The request expects JSON and gets a web page: the fallback of a single-page app, a login page, a page of a proxy.
 *
 * Example: `VITE_API_URL` names the host of the app, whose server responds to each unknown path with `index.html`.
 */
export default defineRootCause({
  id: 'page-instead-of-api',
  family: 'layers',
  configuration: 'comes second',
  yieldsTo: [
    'imperva-blocked',
    'big-ip-asm-blocked',
    'waf-challenge',
    'tunnel-interstitial',
    'login-redirect',
    'edge-auth',
  ],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || !isOkStatus(blocked.status)) return null
    const { entry } = blocked
    if (!isHtml(entry)) return null
    const accept = asciiLower(get(entry.request.headers, 'Accept') ?? '')
    if (accept.includes('html')) return null
    const beside = siblings.read(jsonReader).find((answer) => !isOwn(answer, verdict))?.entry ?? null
    const wants = /^application\/(?:[\w.-]+\+)?json\b/.test(accept)
    if (beside === null && !wants) return null
    const isLogin = LOGIN_PAGE.test(entry.response.errorBody ?? '')
    const isSure = beside !== null || !accept.includes('*/*')
    return { entry, beside, isLogin, isSure, host: code(hostOf(entry.request.url)) }
  },
  confidence: ({ isSure }) => (isSure ? 'medium' : 'low'),
  summary: ({ entry, host, isLogin }) =>
    text`${host} responded with ${isLogin ? 'a login page' : 'a web page'} (${code(typeOf(entry))}), not with JSON.`,
  detail: ({ beside, isLogin }) =>
    text`${
      beside === null
        ? text`The request expects JSON (${code('Accept')}).`
        : text`Another response of this API is JSON.`
    } ${
      isLogin
        ? "A login in front of the API responded. Log in first or send a token; a fetch can't fill in a form."
        : "The URL is probably wrong: web servers and hosts of single-page apps respond to unknown paths with the app's page. Check the base URL and the path, and open the URL in a tab."
    } CORS only matters when the API itself responds.`,
  evidence: ({ entry, beside }) => [
    ...responseHeader(entry, 'Content-Type'),
    status(entry),
    ...requestHeader(entry, 'Accept'),
    ...(beside === null ? [] : presentHeaders(beside, 'Content-Type')),
  ],
})

const typeOf = (entry: HarEntry): string => headerOf(entry, 'Content-Type') ?? ''

const isJson = (entry: HarEntry): boolean => /^application\/(?:[\w.-]+\+)?json\b/i.test(typeOf(entry))

const jsonReader: Reader = {
  shelf: (answer) =>
    isActual(answer) && isOkStatus(answer.entry.response.status) && isJson(answer.entry) ? '' : null,
  by: () => '',
}
