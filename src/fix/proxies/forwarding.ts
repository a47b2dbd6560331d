import { javascript } from '../generators/quote/javascript.ts'
import type { ProxiedApi } from './proxied-api.ts'

/** How a Node proxy changes the messages that it passes on, as statements on `request` and `response`. */
export interface Forwarding {
  readonly request: readonly string[]
  readonly response: readonly string[]
}

/**
 * Returns how the proxies based on http-proxy change a message. They remove `Origin`, because an API with its own
 * allow-list would refuse an unknown one, and the API's CORS headers, because they would let any website read through
 * this proxy.
 */
export const forwarding = (credentials: boolean): Forwarding => ({
  request: [
    "request.removeHeader('origin')",
    ...(credentials ? [] : ["request.removeHeader('cookie') // the page's cookies aren't for the API"]),
  ],
  response: [
    "delete response.headers['access-control-allow-origin'] // no other website may read it",
    ...(credentials ? [] : ["delete response.headers['set-cookie']"]),
    "response.headers['content-security-policy'] = 'sandbox' // its HTML must not run with your origin",
  ],
})

/** Returns the options with which the proxies based on http-proxy reach an API, one per line. */
export const proxyOptions = (
  { target, credentials }: ProxiedApi,
  prefix: string,
  rewrite: readonly string[] = [],
): readonly string[] => [
  `target: ${javascript.literal(target)},`,
  "changeOrigin: true, // the API's host name in Host",
  ...rewrite,
  // The API's cookies are set for the page's host.
  ...(credentials ? ["cookieDomainRewrite: '',", `cookiePathRewrite: ${javascript.literal(prefix)},`] : []),
]

/** Returns a function that removes the prefix from a path, as an expression. */
export const withoutPrefix = (prefix: string): string =>
  `(path) => path.slice(${javascript.literal(prefix)}.length)`

/** Returns the statement that adds a key that the page no longer sends. */
export const keyLine = (name: string): string => `request.setHeader(${javascript.literal(name)}, apiKey)`
