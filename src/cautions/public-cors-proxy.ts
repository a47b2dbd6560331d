import { hostNameOf } from '../evidence/address.ts'
import { entryOf } from '../evidence/exchange.ts'
import { requestHeader, url } from '../evidence/place.ts'
import { asciiLower } from '../fetch/header-list.ts'
import { shortcut } from '../fix/shortcuts.ts'
import { code, list, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'

/** The host names, or their ends, of services that fetch any URL for anybody. */
const SERVICES =
  /(^|\.)(cors-anywhere\.herokuapp\.com|corsproxy\.io|corsproxy\.org|cors\.sh|allorigins\.win|allorigins\.me|crossorigin\.me|cors\.io|cors\.bridged\.cc|cors\.eu\.org|cors\.lol|corsfix\.com|thingproxy\.freeboard\.io|whateverorigin\.org|yacdn\.org|cors-proxy\.htmldriven\.com|jsonp\.afeld\.me|everyorigin\.jwvbremen\.nl|justcors\.com)$/

/** Headers with which anybody who reads them can act as the user. */
const SECRETS = /^(authorization|cookie|(x-)?api-?key|x-[a-z-]*(token|key|secret|session))$/

/**
 * The page uses a public CORS proxy, which sees everything it passes on.
 *
 * Example: `fetch('https://corsproxy.io/?url=' + api, {headers: {Authorization: token}})`.
 */
export default defineCaution({
  id: 'public-cors-proxy',
  notice: ({ type, exchange }) => {
    const entry = entryOf(exchange.chain[0])
    const host = hostNameOf(entry.request.url)
    const known = SERVICES.test(host) || (host === 'api.codetabs.com' && isCodetabsProxy(entry.request.url))
    if (type === 'not-cors' || !known) return null
    const names = entry.request.headers
      .map(({ name }) => asciiLower(name))
      .filter((name) => SECRETS.test(name))
    return { entry, host, secrets: [...new Set(names)] }
  },
  summary: ({ host, secrets }) =>
    secrets.length === 0
      ? text`The page sends the request through ${code(host)}, a public CORS proxy.`
      : text`The page sends ${list(secrets.map(code))} to ${code(host)}, a public CORS proxy.`,
  detail: () => {
    const { does, whyNot, instead } = shortcut('public-cors-proxy')
    return text`${does} ${whyNot} ${instead}`
  },
  evidence: ({ entry, secrets }) => [url(entry), ...secrets.flatMap((name) => requestHeader(entry, name))],
})

const isCodetabsProxy = (asked: string): boolean => /^\/v1\/proxy\b/.test(new URL(asked).pathname)
