import { code, list, type Text, text } from '../../text/text.ts'
import type { ProxiedApi } from './proxied-api.ts'

/** What the notes of a proxy depend on. */
export interface ProxyPlace {
  readonly prefix: string
  readonly serves: 'developers' | 'users'
  readonly filtersResponses: boolean
  readonly keyLine: (name: string) => string
}

/** Header names that usually contain keys. */
const KEY = /^(authorization|(x-)?api-?key|x-[a-z-]*(key|token|secret)|[a-z-]*auth-token)$/

/** Returns the notes about an API that apply to any proxy. */
export function proxyNotes({ target, credentials, headers }: ProxiedApi, place: ProxyPlace): readonly Text[] {
  const { serves, keyLine } = place
  const keys = headers.filter((name) => KEY.test(name))
  return [
    text`For the browser, these are same-origin requests: no preflight, no ${code('Access-Control-*')} headers, and in the page neither ${code('mode')} nor ${code("credentials: 'include'")}.`,
    cookieNote(target, credentials, place),
    ...(keys.length === 0
      ? []
      : [
          text`The page sends ${list(keys.map(code))}, which everyone who opens it can read. If ${keys.length === 1 ? 'that is your key' : 'those are your keys'} and not the user's, remove ${keys.length === 1 ? 'it' : 'them'} from the page and have the proxy add ${keys.length === 1 ? 'it' : 'them'}, with a value from the server's settings: ${code(keyLine(keys[0] ?? ''))}.`,
        ]),
    text`If the API redirects to its full URL, the page leaves the proxy: call the final URL instead.`,
    serves === 'developers'
      ? text`This works during development. In production, the server of the page needs the same path: use ${code('--proxy nginx-proxy-pass')}, ${code('express-proxy')} or ${code('next-rewrites')}.`
      : text`Everyone who reaches your site can use this path, with your address and your rate limits: put your login or a limit in front of it if the API isn't public.`,
    ...(serves === 'developers'
      ? []
      : [
          text`A CDN in front of your site now sees these responses; don't let it cache those for a single user (the API's ${code('Cache-Control')} passes through).`,
        ]),
  ]
}

function cookieNote(target: string, credentials: boolean, { prefix, filtersResponses }: ProxyPlace): Text {
  if (!credentials)
    return filtersResponses
      ? text`Cookies aren't passed in either direction: yours would otherwise go to ${code(target)} with every request, and it could set some for your site.`
      : text`Your site's cookies aren't passed on: they would otherwise go to ${code(target)} with every request.`
  const theirs = filtersResponses
    ? text`the API's cookies are rewritten to ${code(prefix)} on your own host`
    : text`the API's cookies become cookies of your own host, unless they have a ${code('Domain')}: then browsers refuse them`
  return text`The page's requests send cookies, so ${theirs}. Your site's cookies with ${code('Path=/')} go to ${code(target)} too: if one is a session, pass on only the API's cookies, by name.`
}
