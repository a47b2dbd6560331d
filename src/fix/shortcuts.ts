import { code, type Text, text } from '../text/text.ts'

/** A way around CORS that is often recommended but shouldn't be used. */
export interface Shortcut {
  readonly id: string
  readonly title: string
  /** What it really does. */
  readonly does: Text
  readonly whyNot: Text
  readonly instead: Text
}

/** What not to do, the most harmful first. */
export const shortcuts = [
  {
    id: 'public-cors-proxy',
    title: 'A public CORS proxy',
    does: text`It fetches the API for the page and adds ${code('Access-Control-Allow-Origin')} to the response.`,
    whyNot: text`Its operator can read and change every request and response: cookies, tokens, keys, personal data. It may be slow, or gone tomorrow.`,
    instead: text`Call the API through your own server: ${code('whycors fix FILE --proxy')}.`,
  },
  {
    id: 'reflect-any-origin',
    title: 'Sending any Origin back as allowed',
    does: text`The server allows every origin by name, even with ${code('credentials')}.`,
    whyNot: text`Every website that a user visits can then act as that user and read their data.`,
    instead: text`Compare it with a list of exact origins, as every snippet of ${code('whycors fix')} does.`,
  },
  {
    id: 'browser-switch',
    title: 'Starting the browser without web security',
    does: text`${code('--disable-web-security')} turns off the same-origin policy in that one browser.`,
    whyNot: text`Any page opened in it can read mail and bank accounts, and users' browsers still block the request.`,
    instead: text`Call the API through the development server: ${code('whycors fix FILE --proxy vite')}.`,
  },
  {
    id: 'unblock-extension',
    title: 'An extension that unblocks CORS',
    does: text`It adds ${code('Access-Control-*')} headers to responses in that one browser.`,
    whyNot: text`While it is on, any website can read what its owner can. It hides the failure from developers but not from users.`,
    instead: text`Fix the server, or call the API through the development server; use such an extension only in a browser profile without logins.`,
  },
  {
    id: 'no-cors',
    title: "mode: 'no-cors'",
    does: text`The request is sent, and the page gets an opaque response: status 0, no headers, an empty body.`,
    whyNot: text`It hides the error, not the cause: the page can't read anything, and headers such as ${code('Authorization')} aren't sent.`,
    instead: text`Remove ${code('mode')} and allow the page on the server.`,
  },
  {
    id: 'jsonp',
    title: 'JSONP',
    does: text`The page runs the API's response as a script.`,
    whyNot: text`The API, and anyone who breaks into it, can do everything the page can. Any other site can load the same response with the user's cookies.`,
    instead: text`Fetch JSON and allow the page on the server, or call the API through your own server.`,
  },
] as const satisfies readonly Shortcut[]

export type ShortcutId = (typeof shortcuts)[number]['id']

/** Returns one of them. */
export function shortcut(id: ShortcutId): Shortcut {
  const found = shortcuts.find((one) => one.id === id)
  if (found === undefined) throw new Error(`there is no shortcut ${id}`)
  return found
}
