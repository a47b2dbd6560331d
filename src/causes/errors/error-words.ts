import type { Evidence } from '../../evidence/fact.ts'
import { presentHeaders, responseHeader, status } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { errorMeanings } from '../../knowledge/error-meanings.ts'
import { headersOnErrors, ownErrors } from '../../knowledge/own-errors.ts'
import { type AnsweredBy, answeredBy } from '../../reading/answered-by.ts'
import { headerOf } from '../../reading/blocked-by.ts'
import { isProxyStatus } from '../../reading/contrast.ts'
import { code, list, type Text, text } from '../../text/text.ts'
import { withCode } from '../../text/with-code.ts'

/** An error response without the CORS headers, and which server created it, if that's known. */
export interface ErrorResponse {
  readonly entry: HarEntry
  readonly made: AnsweredBy | null
}

/** Returns an error response with the server that created it. */
export function errorResponse(entry: HarEntry): ErrorResponse {
  const made = answeredBy(entry)
  return { entry, made: made === null || made.certainty === 'low' ? null : made }
}

/** Returns the server and the status, as the beginning of a sentence. */
export function whoResponded({ entry: { response }, made }: ErrorResponse): Text {
  if (made === null) return text`The response is an error (${response.status})`
  const name = made.name ?? (made.who === 'app' ? 'the application' : 'a proxy')
  const maker = made.certainty === 'high' ? capitalized(name) : `Most likely ${name}`
  return made.who === 'app'
    ? text`${maker} responded with ${response.status}`
    : text`${maker} made this ${response.status} response itself`
}

/** Returns the signs by which the server was recognized; empty if it's unknown. */
export function recognizedBy({ made }: ErrorResponse): Text {
  const shown = (made?.evidence ?? []).flatMap(({ field, value }) => {
    const name = field.replace(/^response\.headers\./, '')
    return name === field || value === null ? [] : [{ name, value }]
  })
  // The content type is the weakest sign.
  const isType = ({ name }: { readonly name: string }): boolean => name === 'Content-Type'
  const best = [...shown.filter((one) => !isType(one)), ...shown.filter(isType)].slice(0, 2)
  return best.length === 0
    ? []
    : text` (Recognized by ${list(best.map(({ name, value }) => code(`${name}: ${value}`)))}.)`
}

/** Returns what the status usually means for the server that created the response, or in general. */
export function meaningOf(response: ErrorResponse): Text {
  const { status: number } = response.entry.response
  const general = errorMeanings.get(number) ?? (number < 500 ? REFUSED : FAILED)
  const allow = number === 405 ? headerOf(response.entry, 'Allow') : null
  return [
    ...(ownMeaningOf(response) ?? withCode(general)),
    ...(allow === null ? [] : text` It accepts ${code(allow)}.`),
  ]
}

/** Returns what the status means for the server that created the response; null if only the status is known. */
export function ownMeaningOf({ entry: { response }, made }: ErrorResponse): Text | null {
  // Only one kind of server has these statuses, whatever else the response shows.
  const id = response.status >= 520 && response.status <= 530 ? 'cloudflare' : made?.id
  const meaning = id === null || id === undefined ? undefined : ownErrors[id]?.by[response.status]
  return meaning === undefined ? null : withCode(meaning)
}

/** What an error response has to do with CORS. */
export const FIRST = 'Fix that first; it only looks like a CORS error.'

const REFUSED = 'The server refused the request: its log or documentation says why.'
const FAILED = 'The server failed: the reason is in its log.'

/** Returns how errors get the CORS headers too. */
export function headersToo({ made, entry }: ErrorResponse): Text {
  const how = made?.id === null || made === null ? undefined : headersOnErrors.get(made.id)
  const where = how === undefined ? whereUnknown(made, isProxyStatus(entry.response.status)) : withCode(how)
  return text`To let the page read errors, send the CORS headers with them too: ${where}.`
}

function whereUnknown(made: AnsweredBy | null, ofProxy: boolean): Text {
  if (made?.who === 'app' || (made === null && !ofProxy))
    return text`put the CORS middleware outside the error handler`
  return text`if ${made?.name ?? 'the proxy'} can add headers to its own error pages, add them there`
}

/** Returns the evidence for the error and for the server that created it. */
export const shownByError = ({ entry, made }: ErrorResponse): readonly Evidence[] => [
  status(entry),
  ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ...(made?.evidence ?? presentHeaders(entry, 'Server', 'Content-Type', 'Content-Length')).filter(
    ({ field }) => field !== 'response.status',
  ),
]

const capitalized = (name: string): string =>
  name.replace(/^(the|a) /, (article) => article.charAt(0).toUpperCase() + article.slice(1))
