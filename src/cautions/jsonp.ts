import { hostOf } from '../evidence/address.ts'
import { presentHeaders, url } from '../evidence/place.ts'
import { get } from '../fetch/header-list.ts'
import { shortcut } from '../fix/shortcuts.ts'
import { parseUrl } from '../parse-url.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'

/** Names that libraries generate for the callback of one response. */
const MADE_UP =
  /^(jQuery\d+_\d+|_?jqjsp|__jp\d+|_?jsonp[_-]?(?=\w*\d)\w+|angular\.callbacks\.\w+|ng_jsonp_callback_\d+|ng_jsonp\S*)$/i

const PARAMETER = /[?&](callback|cb|jsonp|json_?callback|jsonpcallback)=([^&]*)/gi

/**
 * An API's response runs as a script, because scripts can be loaded without CORS.
 *
 * Example: `<script src="https://api.example/items?callback=jQuery360_17">`.
 */
export default defineCaution({
  id: 'jsonp',
  ofOpaque: true,
  notice: ({ exchange: { chain } }) => {
    const { actual } = chain[0]
    const url = actual === null ? null : parseUrl(actual.request.url)
    if (actual === null || url === null) return null
    const { resourceType } = actual.vendor
    const destination = get(actual.request.headers, 'Sec-Fetch-Dest')
    if (resourceType !== 'script' && destination !== 'script') return null
    for (const [, name = '', value = ''] of url.search.matchAll(PARAMETER)) {
      // A loader, such as a map's, has a callback too, but is meant to be a script.
      if (MADE_UP.test(value) || isJson(get(actual.response.headers, 'Content-Type')))
        return { entry: actual, host: hostOf(actual.request.url), name }
    }
    return null
  },
  summary: ({ host, name }) =>
    text`The page runs the response from ${code(host)} as a script (JSONP, ${code(`${name}=`)}).`,
  detail: () => {
    const { whyNot, instead } = shortcut('jsonp')
    return text`${whyNot} ${instead}`
  },
  evidence: ({ entry }) => [url(entry), ...presentHeaders(entry, 'Content-Type')],
})

const isJson = (type: string | null): boolean =>
  /^application\/(json|javascript-json|json-p|jsonp)\b/i.test(type ?? '')
