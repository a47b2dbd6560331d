import type { Failure } from '../fetch/main-fetch.ts'
import { isLoopback } from '../knowledge/hosts.ts'
import { parseUrl } from '../parse-url.ts'
import { explainFailure, type RuleId, rules } from '../rules/index.ts'

/** The values in a message about a different `Access-Control-Allow-Origin`; null if they aren't in it. */
export interface Differing {
  readonly origin: string | null
  readonly value: string | null
  /** Whether a redirect may have changed the origin to "null". */
  readonly redirected: boolean
}

const STEP = 'CORS check: origin differs'
const ALL: readonly RuleId[] = rules[STEP].map(({ id }) => id)

/**
 * Returns the rules about a different `Access-Control-Allow-Origin` that a message leaves possible: those that explain it
 * for some possible request origin, with one header line or several.
 */
export function allowOriginRules({ origin, value, redirected }: Differing): readonly RuleId[] {
  const open = ALL.filter((id) => id !== 'allow-origin-wildcard-with-credentials')
  if (value === null) return open
  const decoded = value.replace(/\\u([0-9A-F]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  const lines = decoded.split(', ')
  const origins = origin === null || origin === 'null' ? originsNear(decoded) : [origin]
  const found = new Set<string>()
  for (const asking of origins) {
    // "null" is the page's own origin, or the result of a redirect.
    const serialized = redirected || origin === null || origin === 'null' ? [asking, 'null'] : [asking]
    for (const serializedOrigin of serialized) {
      for (const given of lines.length > 1 ? [[decoded], lines] : [[decoded]]) {
        found.add(explainFailure(failureOf(asking, serializedOrigin, given)).rule.id)
      }
    }
  }
  if (origin === 'null') found.add('request-origin-null')
  return ALL.filter((id) => found.has(id))
}

/** Returns origins that a server may have meant with a value, and some that it can't have meant. */
function originsNear(value: string): readonly string[] {
  const items = value.split(/[\s,;]+/).map((item) => item.replace(/^["'<[(]+|["'>\])./]{1,8}$/g, ''))
  const near = items.flatMap((item) => {
    const url = /^[a-z][a-z+.-]*:\/\//i.test(item) ? item : `https://${item.replace(/^\/\//, '')}`
    const parsed = parseUrl(url)
    return parsed === null ? [] : variantsOf(parsed)
  })
  return ['https://somebody.example', 'null', ...near]
}

function variantsOf({ hostname, port }: URL): readonly string[] {
  const hosts = [
    hostname,
    hostname.replace(/^www\./, ''),
    `www.${hostname}`,
    ...(isLoopback(hostname) ? ['localhost', '127.0.0.1'] : []),
  ]
  const ports = ['', ':3000', ...(port === '' ? [] : [`:${port}`])]
  return ['https', 'http'].flatMap((scheme) =>
    hosts.flatMap((host) => ports.map((suffix) => `${scheme}://${host}${suffix}`)),
  )
}

/** Returns a failure of the step in the form that rules read. */
function failureOf(origin: string, serializedOrigin: string, lines: readonly string[]): Failure {
  const isTainted = serializedOrigin === 'null' && origin !== 'null'
  return {
    step: STEP,
    phase: 'actual',
    hop: 0,
    request: {
      method: 'GET',
      urlList: isTainted ? ['https://a.invalid/', 'https://b.invalid/'] : ['https://a.invalid/'],
      origin,
      mode: 'cors',
      credentialsMode: 'same-origin',
      redirectMode: 'follow',
      useCorsPreflightFlag: false,
      bodySourceIsNull: false,
      headerList: [],
    },
    preflightRequest: null,
    response: {
      status: 200,
      headerList: lines.map((line) => ({ name: 'Access-Control-Allow-Origin', value: line })),
    },
    serializedOrigin,
  }
}
