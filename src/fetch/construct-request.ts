import { combined, type Header, type HeaderList, isName, isToken } from './header-list.ts'
import type { Implementation } from './implementation.ts'
import { isCorsSafelistedMethod, isForbiddenMethod, normalizeMethod } from './methods.ts'
import { includesCredentials } from './origin.ts'
import type { CredentialsMode, FetchRequest, RedirectMode, RequestMode } from './request.ts'
import { isForbiddenRequestHeader, isNoCorsSafelistedRequestHeader } from './request-headers.ts'

/** What script hands to `fetch()`, as far as CORS is concerned. */
export interface RequestInit {
  readonly url: string
  readonly origin: string
  readonly method?: string
  readonly mode?: RequestMode
  readonly credentials?: CredentialsMode
  readonly redirect?: RedirectMode
  readonly headers?: HeaderList
  /** Whether XMLHttpRequest was given a listener for upload progress. */
  readonly uploadListener?: boolean
  /** The `Content-Type` that the body brings if the caller sets none. */
  readonly bodyContentType?: string | null
}

/** Why there is no request: the API throws a TypeError before anything is fetched. */
export type TypeErrorReason =
  | 'URL includes credentials'
  | 'method is forbidden'
  | 'method is not a token'
  | 'method is not CORS-safelisted in mode no-cors'
  | 'header name is not a token'

/**
 * Returns the request that `new Request(url, init)` makes, forbidden headers dropped and the method normalized,
 * or the reason for its TypeError. https://fetch.spec.whatwg.org/#dom-request
 */
export function constructRequest(
  init: RequestInit,
  implementation: Implementation,
): { readonly request: FetchRequest } | { readonly typeError: TypeErrorReason } {
  if (includesCredentials(init.url)) return { typeError: 'URL includes credentials' }
  const method = init.method ?? 'GET'
  if (!isToken(method)) return { typeError: 'method is not a token' }
  if (isForbiddenMethod(method)) return { typeError: 'method is forbidden' }
  const mode = init.mode ?? 'cors'
  if (mode === 'no-cors' && !isCorsSafelistedMethod(normalizeMethod(method))) {
    return { typeError: 'method is not CORS-safelisted in mode no-cors' }
  }
  const given = init.headers ?? []
  const headers = implementation.combinesRequestHeaders ? combined(given) : given
  if (!headers.every(({ name }) => isToken(name))) return { typeError: 'header name is not a token' }
  const isKept = (header: Header): boolean =>
    !isForbiddenRequestHeader(header) &&
    !implementation.dropsRequestHeader(header) &&
    (mode !== 'no-cors' || isNoCorsSafelistedRequestHeader(header))
  const kept = headers.filter(isKept)
  const bodyType = init.bodyContentType ?? null
  const typed = bodyType !== null && !kept.some(({ name }) => isName(name, 'Content-Type'))
  const ofBody = typed ? [{ name: 'Content-Type', value: bodyType }].filter(isKept) : []
  return {
    request: {
      method: normalizeMethod(method),
      urlList: [init.url],
      origin: init.origin,
      mode,
      credentialsMode: init.credentials ?? 'same-origin',
      redirectMode: init.redirect ?? 'follow',
      // https://xhr.spec.whatwg.org/#the-send()-method
      useCorsPreflightFlag:
        init.uploadListener === true && (bodyType !== null || !implementation.uploadListenerNeedsBody),
      bodySourceIsNull: false,
      headerList: [...kept, ...ofBody],
    },
  }
}
