import { code, type Text, text } from '../../text/text.ts'
import { inEveryShell, type Option } from '../command/command-line.ts'
import { curlUrl } from '../command/curl-url.ts'
import type { Shell } from '../command/shell.ts'
import { splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'

/** A command that checks whether the configuration works, and the expected result. */
export interface CurlCheck {
  /** For a POSIX shell. */
  readonly command: string
  /** For each shell; `command` is the one for bash. */
  readonly forms: Readonly<Record<Shell, string>>
  readonly expect: Text
}

/** An origin that no policy allows. https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const FOREIGN = 'https://foreign.invalid'

const REFUSED_WITH_VARY = text`Another origin: no ${code('Access-Control-Allow-Origin')}, but ${code('Vary: Origin')}.`

/** What another origin gets from a server that doesn't always send `Vary`. */
export const REFUSED = text`Another origin: no ${code('Access-Control-Allow-Origin')}.`

/** Returns the commands that send what browsers would: the preflight, the request, and a request from another origin. */
export function curlChecks(
  policy: CorsPolicy,
  url: string,
  toForeign: Text = REFUSED_WITH_VARY,
): readonly CurlCheck[] {
  const asked = curlUrl(url)
  if (asked === null) return []
  const { methods, headers } = policy
  // An origin that matches, if there are only patterns.
  const { exact, patterns } = splitOrigins(policy.origins)
  const origin = exact[0] ?? patterns[0]?.replace('*', 'preview') ?? FOREIGN
  const answered = policy.origins === '*' ? '*' : origin
  const method =
    methods.find((name) => !['GET', 'HEAD', 'OPTIONS', 'POST'].includes(name)) ?? methods[0] ?? 'GET'
  const preflight = curl(asked, [
    ['--request OPTIONS'],
    header('Origin', origin),
    header('Access-Control-Request-Method', method),
    ...(headers.length === 0 ? [] : [header('Access-Control-Request-Headers', headers.join(','))]),
  ])
  const allowed = code(`Access-Control-Allow-Origin: ${answered}`)
  return [
    {
      ...preflight,
      expect: text`The preflight: status 204 or 200, ${allowed} once, and the methods and headers.`,
    },
    {
      ...curl(asked, [header('Origin', origin)]),
      expect: text`The request: ${allowed} once, whatever the status.`,
    },
    ...(policy.origins === '*'
      ? []
      : [
          {
            ...curl(asked, [header('Origin', FOREIGN)]),
            expect: toForeign,
          },
        ]),
  ]
}

const header = (name: string, value: string): Option => ['--header', `${name}: ${value}`]

function curl(url: string, options: readonly Option[]): Pick<CurlCheck, 'command' | 'forms'> {
  const forms = inEveryShell(({ nowhere }) => [
    [`--silent --show-error --globoff --dump-header - --output ${nowhere}`],
    ...options,
    ['', url],
  ])
  return { command: forms.bash, forms }
}
