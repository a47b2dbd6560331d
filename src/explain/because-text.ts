import type { Because } from '../evidence/because.ts'
import { code, type Text, text } from '../text/text.ts'

/** Why the recording doesn't decide something, as a sentence for the user. */
export const becauseText: Record<Because, Text> = {
  'no recording states the credentials mode': text`The credentials mode: recordings don't include it.`,
  'headers were not recorded as sent': text`The credentials mode: this request's headers weren't recorded as sent.`,
  'a worker may have sent it': text`The credentials mode: a worker may have sent the request, and Firefox doesn't show it for workers.`,
  'the site is the same or the URL is not secure': text`The credentials mode: browsers show it (${code('Sec-Fetch-Storage-Access')}) only for cross-site https requests.`,
  'the sites may differ in nothing but their schemes': text`The credentials mode: if page and API differ only by ${code('http')} and ${code('https')}, Firefox doesn't show it.`,
  'the browser may be too old to tell': text`The credentials mode: this browser version doesn't send ${code('Sec-Fetch-Storage-Access')}, which shows it.`,
  'no fetch metadata': text`The mode ("cors" or "no-cors"): the recording has no ${code('Sec-Fetch-Mode')} for this request.`,
  'no Origin header': text`The page: no header names its origin.`,
  'only the Referer tells the page': text`The page: ${code('Origin')} wasn't recorded; ${code('Referer')} suggests it.`,
  'only the list of pages tells the page': text`The page: the request names no origin; the recording's list of pages suggests it.`,
  'this browser never sends Sec-Fetch-Storage-Access': text`The credentials mode: only Chrome (from 133) and Firefox (from 147) show it, in ${code('Sec-Fetch-Storage-Access')}.`,
  'the browser adds such headers too': text`The headers the page set: some of them are also added by browsers.`,
  'preflight not recorded': text`The preflight wasn't recorded.`,
  'preflights are never recorded by this tool': text`The preflight: this tool never records preflights.`,
  'response not recorded': text`The response wasn't recorded.`,
  'the preflight would ask for something else': text`This browser's preflight would request something else, and no response to that was recorded.`,
}
