import { appOriginOf } from '../../knowledge/app-origins.ts'
import { parseUrl } from '../../parse-url.ts'

/**
 * Returns whether a value is an origin as browsers serialize it: nothing but scheme, host and a port that isn't the
 * default, under http, https or the scheme of an app. The URL parser alone is no validator, so its result must be the
 * value itself; and Node's keeps a `*` in hosts, which no browser does and some servers would expand.
 */
export const isSerializedOrigin = (value: string): boolean =>
  /^https?:\/\/[^\s/?#@\\*]+$/.test(value)
    ? parseUrl(value)?.origin === value
    : /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(value) && appOriginOf(value) !== null
