/** What a server can't see of its requests, so that an observer can't report it. */
export const UNSEEN: readonly string[] = [
  'A server sees the credentials mode only if cookies come with the request.',
  'It sees no requests that the browser refused to send, and no preflight whose result is still cached.',
  "It doesn't see if a redirect to another server was followed.",
  "Responses in mode `no-cors` aren't checked: the page can't read them anyway.",
]
