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

/** Returns the options by which http-proxy moves the API's cookies to the page's host, each as a line. */
export const cookieOptions = (credentials: boolean, path: string): readonly string[] =>
  credentials ? ["cookieDomainRewrite: '',", `cookiePathRewrite: ${path},`] : []
