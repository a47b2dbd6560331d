import { parseUrl } from '../parse-url.ts'
import { bashWords } from './bash-words.ts'
import { bodyOf, type CurlBody } from './body-of.ts'
import { cmdWords } from './cmd-words.ts'
import { CurlError } from './curl-error.ts'
import type { CurlRequest } from './curl-request.ts'
import { headersOf } from './headers-of.ts'
import { type Option, optionsIn } from './options-in.ts'

/** What may precede the program's name: a prompt, a folder. */
const PROGRAM =
  /^\s*(?:(?:PS )?[A-Za-z]:[^>\n]{0,200}>\s*|[\w.@:~/-]{0,80}[$%#>]\s+)?(?:[\w./\\:-]{0,200}[\\/])?curl(?:\.exe)?(?=\s|$)/

/** Reports whether a text begins like a curl command. */
export const isCurl = (text: string): boolean => PROGRAM.test(text)

/**
 * Returns the request that a curl command sends: one that was copied from a browser ("Copy as cURL", for Bash or cmd) or
 * written by hand. Nothing is run, no file is read, no variable is expanded.
 *
 * @throws {CurlError} with the position, if it isn't a valid curl command.
 */
export function parseCurl(command: string): CurlRequest {
  const program = PROGRAM.exec(command)
  if (program === null) throw new CurlError(command, 0, 'not a curl command')
  const from = program[0].length
  const { words, end } = (isForCmd(command, from) ? cmdWords : bashWords)(command, from)
  const options = optionsIn(command, words)
  const urls = options.filter(({ name }) => name === 'url')
  const [first] = urls
  if (first === undefined) throw new CurlError(command, end, 'the command names no URL')
  const body = bodyOf(options)
  const isSet = (name: string): boolean => lastOf(options, name, `no-${name}`)?.name === name
  return {
    method: methodOf(options, body, isSet),
    url: urlOf(command, first, options, body, isSet),
    headers: headersOf(options, isSet('get') ? { ...body, kind: 'none' } : body),
    body: isSet('get') ? null : body.text,
    hasBody: !isSet('get') && body.kind !== 'none',
    insecure: isSet('insecure'),
    followsRedirects: isSet('location') || isSet('location-trusted') || isSet('follow'),
    files: body.files,
    moreUrls: urls.length - 1,
    end,
  }
}

const lastOf = (options: readonly Option[], ...names: readonly string[]): Option | undefined =>
  options.findLast(({ name }) => names.includes(name))

/** The first quote decides: only cmd.exe has a caret before it. Without quotes, the line ends decide. */
function isForCmd(command: string, from: number): boolean {
  const quote = /\^?["']/g
  quote.lastIndex = from
  const first = quote.exec(command)
  if (first?.[0].startsWith('^')) return true
  return first?.[0] !== "'" && /\s\^\r?\n/.test(command.slice(from)) && !/\s\\\r?\n/.test(command.slice(from))
}

function methodOf(options: readonly Option[], body: CurlBody, isSet: (name: string) => boolean): string {
  const named = lastOf(options, 'request')?.value
  if (named !== undefined && named !== '') return named
  if (isSet('head')) return 'HEAD'
  if (isSet('get') || body.kind === 'none') return 'GET'
  return body.kind === 'upload' ? 'PUT' : 'POST'
}

function urlOf(
  command: string,
  { value, at }: Option,
  options: readonly Option[],
  body: CurlBody,
  isSet: (name: string) => boolean,
): string {
  // Browsers add it so that curl doesn't treat brackets as a pattern.
  const literal = isSet('globoff') ? value : value.replaceAll(/\\([[\]{}])/g, '$1')
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(literal)
    ? literal
    : `${lastOf(options, 'proto-default')?.value ?? 'http'}://${literal}`
  const parsed = parseUrl(withScheme)
  if (parsed === null) throw new CurlError(command, at, 'not a valid URL')
  if (!/^https?:$/.test(parsed.protocol))
    throw new CurlError(command, at, 'the URL is neither http nor https')
  const queries = [
    ...options.filter(({ name }) => name === 'url-query').map((option) => option.value.replace(/^\+/, '')),
    ...(isSet('get') && body.text !== null ? [body.text] : []),
  ].filter((query) => query !== '')
  if (queries.length === 0) return withScheme
  const hash = withScheme.indexOf('#')
  const address = hash < 0 ? withScheme : withScheme.slice(0, hash)
  return `${address}${address.includes('?') ? '&' : '?'}${queries.join('&')}${withScheme.slice(address.length)}`
}
