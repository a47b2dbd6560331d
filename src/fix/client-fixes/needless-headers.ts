import { asciiLower } from '../../fetch/header-list.ts'
import { standard } from '../../fetch/implementation.ts'
import type { FetchRequest } from '../../fetch/request.ts'
import { corsUnsafeRequestHeaderNames } from '../../fetch/request-headers.ts'
import { type NeedlessHeader, needlessHeader } from '../../knowledge/needless-headers.ts'
import { isTracingHeader } from '../../knowledge/tracing-headers.ts'
import { tracingAdvice } from '../../reading/tracing-advice.ts'
import { code, list, type Text, text } from '../../text/text.ts'

/** Headers that cause a preflight and that the request doesn't need. */
export interface NeedlessHeaders {
  /** In lowercase. */
  readonly names: readonly string[]
  readonly advice: Text
}

/** Returns the headers of a request that only cause a preflight, or null if there are none. */
export function needlessHeaders(request: FetchRequest, host: string): NeedlessHeaders | null {
  const { method, headerList } = request
  const unsafe = corsUnsafeRequestHeaderNames(headerList, standard)
  const tracing = unsafe.filter(isTracingHeader)
  const saying = (says: NeedlessHeader['says']): readonly string[] =>
    unsafe.filter((name) => needlessHeader(name, method)?.says === says)
  const caching = saying('how caches may answer')
  const conditions = saying('what is there already')
  const marks = saying('that script asks')
  const types = saying('the type of a body')
  const ways: Text[] = [
    ...(tracing.length === 0
      ? []
      : [
          text`remove ${list(tracing.map(code))} from requests to ${code(host)}: ${tracingAdvice(tracing, host)}`,
        ]),
    ...(marks.length === 0 ? [] : [text`remove ${code('X-Requested-With')} unless the API requires it`]),
    ...(types.length === 0 ? [] : [text`remove ${code('Content-Type')}: a ${code(method)} has no body`]),
    ...(caching.length === 0
      ? []
      : [text`use ${code("cache: 'no-store'")} instead of ${list(caching.map(code))}`]),
    ...(conditions.length === 0
      ? []
      : [text`leave ${list(conditions.map(code))} to the browser's cache, which needs no preflight`]),
  ]
  if (ways.length === 0) return null
  const names = [
    ...tracing,
    ...caching,
    ...conditions,
    ...unsafe.filter((name) => marks.includes(name) || types.includes(name)),
  ]
  return { names, advice: ways.flatMap((way, i) => (i === 0 ? way : ['; ', ...way])) }
}

/** Returns a request without some of its headers. */
export const withoutHeaders = (request: FetchRequest, names: readonly string[]): FetchRequest => ({
  ...request,
  headerList: request.headerList.filter(({ name }) => !names.includes(asciiLower(name))),
})
