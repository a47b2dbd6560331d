import type { ClientChange } from '../rules/change.ts'
import { code, type Text, text } from '../text/text.ts'

/** Returns what the page has to change, as an imperative sentence. */
export function clientAdvice(what: ClientChange['what']): Text {
  switch (what) {
    case 'method case':
      return text`Write the method in upper case.`
    case 'mode':
      return text`Leave ${code('mode')} out of the request's options.`
    case 'redirect mode':
      return text`Ask the final URL, or leave ${code('redirect')} out of the request's options.`
    case 'request URL':
      return text`Ask the final URL directly.`
    case 'request header':
      return text`Remove the ${code('Access-Control-*')} headers from the request; they belong into the response.`
    case 'page origin':
      return text`Serve the page over http from ${code('localhost')} or a host of its own.`
    case 'request body':
      return text`Ask the final URL directly, or send a body that can be sent again.`
  }
}
