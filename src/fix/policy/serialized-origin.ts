import { appOriginOf } from '../../knowledge/app-origins.ts'
import { parseUrl } from '../../parse-url.ts'

/**
 * Reports whether a value is an origin as browsers serialize it: only scheme, host and a non-default port, with http,
 * https or an app's scheme. The URL parser alone doesn't validate, so its result must equal the value; and Node's accepts
 * a `*` in hosts, which no browser does and some servers would expand.
 */
export const isSerializedOrigin = (value: string): boolean =>
  /^https?:\/\/[^\s/?#@\\*]+$/.test(value)
    ? parseUrl(value)?.origin === value
    : /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(value) && appOriginOf(value) !== null
