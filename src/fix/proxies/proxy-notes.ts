import { code, list, type Text, text } from '../../text/text.ts'
import type { ProxiedApi } from './proxied-api.ts'

/** What the notes of every proxy depend on. */
export interface ProxyPlace {
  readonly prefix: string
  readonly serves: 'developers' | 'users'
  readonly filtersResponses: boolean
  readonly keyLine: (name: string) => string
}

/** Header names under which keys usually travel. */
const KEY = /^(authorization|(x-)?api-?key|x-[a-z-]*(key|token|secret)|[a-z-]*auth-token)$/

/** Returns what has to be said of an API behind whatever proxy. */
export function proxyNotes({ target, credentials, headers }: ProxiedApi, place: ProxyPlace): readonly Text[] {
  const { serves, keyLine } = place
  const keys = headers.filter((name) => KEY.test(name))
  return [
    text`To the browser these are requests of one origin: no preflight, no ${code('Access-Control-*')} headers, and in the page neither ${code('mode')} nor ${code("credentials: 'include'")}.`,
    cookieNote(target, credentials, place),
    ...(keys.length === 0
      ? []
      : [
          text`The page sends ${list(keys.map(code))}, which everybody who opens it can read. If ${keys.length === 1 ? 'that is a key' : 'those are keys'} of yours and not the user's own, take ${keys.length === 1 ? 'it' : 'them'} out of the page and let the proxy add ${keys.length === 1 ? 'it' : 'them'}, with a value from the server's own settings: ${code(keyLine(keys[0] ?? ''))}.`,
        ]),
    text`A redirect of the API to its full URL leads the page out of the proxy again: ask the URL that it ends at.`,
    serves === 'developers'
      ? text`This works while you develop. What serves the page in production needs the same path: ${code('--proxy nginx-proxy-pass')}, ${code('express-proxy')} or ${code('next-rewrites')} write it.`
      : text`Everybody who reaches your site can use this path, at your address and at your rate limits: put your own login or a limit before it if the API is not free to all.`,
    ...(serves === 'developers'
      ? []
      : [
          text`A CDN in front of your site sees these answers now; let it cache none that is for one user (${code('Cache-Control')} of the API passes through).`,
        ]),
  ]
}

function cookieNote(target: string, credentials: boolean, { prefix, filtersResponses }: ProxyPlace): Text {
  if (!credentials)
    return filtersResponses
      ? text`Cookies pass in neither direction: your own would otherwise go to ${code(target)} with every request, and it could set some for your site.`
      : text`The cookies of your site are not sent on: they would otherwise go to ${code(target)} with every request.`
  const theirs = filtersResponses
    ? text`those of the API are rewritten to ${code(prefix)} of your own host`
    : text`those of the API become cookies of your own host, unless they name a ${code('Domain')}: then browsers refuse them`
  return text`The page's requests send cookies, so ${theirs}. The cookies of your site that are set for ${code('Path=/')} go to ${code(target)} as well: if a session is among them, pass on only the API's by name.`
}
