import { javascript } from '../generators/quote/javascript.ts'
import type { ProxiedApi } from './proxied-api.ts'

/** What a Node proxy does to the messages that it passes on, as statements on `request` and `response`. */
export interface Forwarding {
  readonly request: readonly string[]
  readonly response: readonly string[]
}

/**
 * Returns what the proxies built on http-proxy do to a message. `Origin` goes, because an API with an allow-list of
 * its own refuses what names a stranger; what the API allows goes, or any website could read through this one.
 */
export const forwarding = (credentials: boolean): Forwarding => ({
  request: [
    "request.removeHeader('origin')",
    ...(credentials ? [] : ["request.removeHeader('cookie') // the page's own, none of the API's business"]),
  ],
  response: [
    "delete response.headers['access-control-allow-origin'] // nobody else's pages",
    ...(credentials ? [] : ["delete response.headers['set-cookie']"]),
    "response.headers['content-security-policy'] = 'sandbox' // its HTML must not run as yours",
  ],
})

/** Returns the options by which the proxies built on http-proxy go to an API, each as a line. */
export const proxyOptions = (
  { target, credentials }: ProxiedApi,
  prefix: string,
  rewrite: readonly string[] = [],
): readonly string[] => [
  `target: ${javascript.literal(target)},`,
  "changeOrigin: true, // the API's host name in Host",
  ...rewrite,
  // The API's cookies move to the page's host.
  ...(credentials ? ["cookieDomainRewrite: '',", `cookiePathRewrite: ${javascript.literal(prefix)},`] : []),
]

/** Returns a function that takes the prefix off a path, as an expression. */
export const withoutPrefix = (prefix: string): string =>
  `(path) => path.slice(${javascript.literal(prefix)}.length)`

/** Returns the statement that adds a key which the page no longer sends. */
export const keyLine = (name: string): string => `request.setHeader(${javascript.literal(name)}, apiKey)`
