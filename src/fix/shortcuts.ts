import { code, type Text, text } from '../text/text.ts'

/** A way around CORS that is often recommended, and should not be taken. */
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
    does: text`It fetches the API for the page and adds ${code('Access-Control-Allow-Origin')} to the answer.`,
    whyNot: text`Whoever runs it reads and can change every request and response: cookies, tokens, keys, personal data. It may be slow or gone tomorrow.`,
    instead: text`Pass the API on from your own server: ${code('whycors fix FILE --proxy')}.`,
  },
  {
    id: 'reflect-any-origin',
    title: 'Sending any Origin back as allowed',
    does: text`The server allows whoever asks, by name, so that even ${code('credentials')} work.`,
    whyNot: text`Every website that a user visits can then act and read as that user.`,
    instead: text`Compare with a list of exact origins, as every snippet of ${code('whycors fix')} does.`,
  },
  {
    id: 'browser-switch',
    title: 'Starting the browser without web security',
    does: text`${code('--disable-web-security')} turns the same-origin policy off, in that one browser.`,
    whyNot: text`Any page that is opened in it can read mail and bank accounts, and users' browsers still block the request.`,
    instead: text`Pass the API on from the development server: ${code('whycors fix FILE --proxy vite')}.`,
  },
  {
    id: 'unblock-extension',
    title: 'An extension that unblocks CORS',
    does: text`It writes ${code('Access-Control-*')} headers into responses, in that one browser.`,
    whyNot: text`While it is on, any website can read what the browser's owner can; it hides the fault from who develops the page, and mends it for no user.`,
    instead: text`Mend the server, or pass the API on from the development server; keep such an extension to a browser profile without logins.`,
  },
  {
    id: 'no-cors',
    title: "mode: 'no-cors'",
    does: text`The request is sent, and the page gets an opaque response: status 0, no headers, an empty body.`,
    whyNot: text`It silences the error and not the cause; nothing can be read, and headers such as ${code('Authorization')} are not even sent.`,
    instead: text`Leave ${code('mode')} out and let the server allow the page.`,
  },
  {
    id: 'jsonp',
    title: 'JSONP',
    does: text`The API's answer is a script that the page runs.`,
    whyNot: text`The API, and whoever breaks into it, can do all that the page can; and any other site can load the same answer with the user's cookies.`,
    instead: text`Ask for JSON by ${code('fetch()')} and let the server allow the page, or pass the API on from your own server.`,
  },
] as const satisfies readonly Shortcut[]

export type ShortcutId = (typeof shortcuts)[number]['id']

/** Returns one of them. */
export function shortcut(id: ShortcutId): Shortcut {
  const found = shortcuts.find((one) => one.id === id)
  if (found === undefined) throw new Error(`there is no shortcut ${id}`)
  return found
}
