import { withBody } from '../fix/fingerprints/recorded-answers.ts'
import type { HeaderRecord } from '../make-har.ts'
import { blocked, stopped } from './exchanges.ts'

const API = 'https://api.test/items'

/** A preflight that is refused, and the request that it stops. */
export const refused = (status: number, response: HeaderRecord = {}, url = API): readonly object[] =>
  stopped({ status, response, url })

/** A request without a preflight that is refused. */
export const failed = (status: number, response: HeaderRecord = {}, url = API): object =>
  blocked({ status, response: { 'Content-Type': null, ...response }, url })

/** The same with a body that was recorded. */
export const withText = (
  body: string,
  status: number,
  response: HeaderRecord = {},
  url = API,
): readonly object[] => [withBody(failed(status, response, url), body)]
