import type { Because } from '../evidence/because.ts'
import { code, type Text, text } from '../text/text.ts'

/** Why the recording does not decide something, as a sentence for the user. */
export const becauseText: Record<Because, Text> = {
  'no recording states the credentials mode': text`No recording states the credentials mode.`,
  'headers were not recorded as sent': text`The recording has no headers of this request as they were sent, so nothing shows its credentials mode.`,
  'a worker may have sent it': text`A worker may have sent it, and Firefox does not show a worker's credentials mode.`,
  'the site is the same or the URL is not secure': text`Browsers show the credentials mode only of requests to another site over https (in ${code('Sec-Fetch-Storage-Access')}); this one stays within its site, or is not secure.`,
  'the sites may differ in nothing but their schemes': text`Page and API may be of one site but for ${code('http')} and ${code('https')}, and there Firefox does not show the credentials mode.`,
  'the browser may be too old to tell': text`This browser version does not send ${code('Sec-Fetch-Storage-Access')}, which would show the credentials mode.`,
  'no fetch metadata': text`The recording has no ${code('Sec-Fetch-Mode')} for this request, so its mode can be "cors" or "no-cors".`,
  'no Origin header': text`No header tells which page asked.`,
  'only the Referer tells the page': text`The request's ${code('Origin')} was not recorded; its ${code('Referer')} suggests the page.`,
  'only the list of pages tells the page': text`The request names no origin; the recording's list of pages suggests one.`,
  'this browser never sends Sec-Fetch-Storage-Access': text`Only Chrome (from 133) and Firefox (from 147) show a request's credentials mode, in ${code('Sec-Fetch-Storage-Access')}. This browser doesn't send that header.`,
  'the browser adds such headers too': text`The request has headers that script can set and that browsers add on their own as well.`,
  'preflight not recorded': text`The preflight was not recorded.`,
  'preflights are never recorded by this tool': text`The tool that made this recording never records preflights.`,
  'response not recorded': text`The response was not recorded.`,
  'the preflight would ask for something else': text`This browser's preflight would ask for something else, and nobody recorded the answer to that.`,
}
