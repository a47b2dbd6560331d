import type { EngineCase } from '../engine-case.ts'
import type { PageResult } from '../run-in-page.ts'
import type { Verdict } from '../verdict.ts'

/** WebKit's sentences on CORS and its neighbors, by the name that this project has for each. */
const sentences: readonly (readonly [name: string, sentence: RegExp])[] = [
  ['WK_PreflightStatus', /Preflight response is not successful\. Status code: \d+$/],
  ['WK_WildcardWithCredentials', /Cannot use wildcard in Access-Control-Allow-Origin when credentials/],
  ['WK_MultipleOrigins', /Access-Control-Allow-Origin cannot contain more than one origin\./],
  ['WK_OriginNotAllowed', /Origin \S+ is not allowed by Access-Control-Allow-Origin\./],
  ['WK_CredentialsNotTrue', /Credentials flag is true, but Access-Control-Allow-Credentials is not "true"\./],
  ['WK_InvalidMethods', /Header Access-Control-Allow-Methods has an invalid value/],
  ['WK_InvalidHeaders', /Header Access-Control-Allow-Headers has an invalid value/],
  ['WK_MethodNotAllowed', /Method \S+ is not allowed by Access-Control-Allow-Methods\./],
  ['WK_HeaderNotAllowed', /Request header field .+ is not allowed by Access-Control-Allow-Headers\./],
  ['WK_RedirectCredentials', /redirection URL .* has credentials/],
  ['WK_RedirectScheme', /redirection with non CORS scheme|Redirection to URL with a scheme that is not HTTP/],
  ['WK_RedirectScheme', /^FTP URLs are disabled|^Not allowed to load local resource: /],
  ['WK_RedirectError', /Not allowed to follow a redirection while loading/],
  ['WK_TooManyRedirects', /Load cannot follow more than 20 redirections/],
  ['WK_SameOriginMode', /^Fetch API cannot load \S+\.$/],
  ['WK_SameOriginMode', /Unsafe attempt to load URL .* Domains, protocols and ports must match/],
  ['WK_NoCorsRedirectMode', /No-Cors mode requires follow redirect mode/],
]

/** Returns the verdict on a case from the lines of WebKit's console. */
export function webkitVerdict(
  page: PageResult,
  lines: readonly string[],
  _: EngineCase,
  arrived: readonly string[],
): Verdict {
  const texts = lines.map(textOf)
  const said = texts.flatMap((text) => {
    const name = sentences.find(([, sentence]) => sentence.test(text))?.[0]
    return name === undefined ? [] : [{ name, text }]
  })[0]
  const gotIt = page.type === 'response' || page.type === 'loaded'
  return {
    outcome: said ? 'cors' : gotIt ? 'shared' : 'other',
    corsError: said?.name ?? null,
    failedParameter: null,
    netError: said || gotIt ? null : 'network',
    blockedReason: lines.some((line) => line.includes('[blocked]')) ? 'mixed-content' : null,
    console: texts,
    message: said?.text ?? null,
    page,
    exposed: page.type === 'response' ? page.exposed : [],
    arrived,
  }
}

/** A line is "CONSOLE SECURITY ERROR text", with the place in the script before it where there is one. */
const textOf = (line: string): string =>
  line.replace(/^.*?CONSOLE (?:[A-Z]+ )*?(?:ERROR|WARN|LOG|INFO|DEBUG) /, '')
