import { originOf } from '../../internal.ts'
import { itemsIn, stringIn } from '../parts/untrusted.ts'
import { MOST_REPORTED } from './most-reported.ts'

/**
 * Returns the URLs, each once, of a watched page's calls to other origins with mode "same-origin". Browsers stop those
 * before anything is sent or recorded, so only the page's own call shows them.
 * https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export function stoppedByMode(answer: unknown): readonly string[] {
  const page = stringIn(answer, 'origin')
  const urls = itemsIn(answer, 'calls', MOST_REPORTED)
    .filter((call) => stringIn(call, 'mode') === 'same-origin')
    .map((call) => stringIn(call, 'url'))
    .filter((url) => page !== '' && originOf(url) !== page)
  return [...new Set(urls)]
}
