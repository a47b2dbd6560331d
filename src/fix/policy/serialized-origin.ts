import { parseUrl } from '../../parse-url.ts'
/**
 * Returns whether a value is an http(s) origin as browsers serialize it: nothing but scheme, host and a port that
 * is not the default. The URL parser alone is no validator, so its answer must be the value itself; and Node's keeps
 * a `*` in hosts, which no browser does and some servers would expand.
 */
export const isSerializedOrigin = (value: string): boolean =>
  /^https?:\/\/[^\s/?#@\\*]+$/.test(value) && parseUrl(value)?.origin === value
