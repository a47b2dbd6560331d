import { canBeAllowed, type HeaderList, parseUrl, type RequestOfCurl } from '../../internal.ts'
import { headerIn } from '../header-in.ts'
import type { UsageError } from '../usage-error.ts'

/** What the command line says of a request to be sent; null: it doesn't say. */
export interface CheckOptions {
  /** The page's origin; "null" is the opaque one. */
  readonly page: string | null
  readonly method: string | null
  readonly headers: HeaderList
  readonly credentials: (typeof CREDENTIALS)[number] | null
  readonly mode: (typeof MODES)[number] | null
  readonly data: string | null
  /** A command as DevTools copies it; "-" is standard input. */
  readonly curl: string | null
  /** The request of that command, once it's read. */
  readonly copied: RequestOfCurl | null
  readonly dryRun: boolean
  /** Whether requests that may change something are sent. */
  readonly send: boolean
  readonly insecure: boolean
  /** In milliseconds. */
  readonly timeout: number
  readonly expect: (typeof OUTCOMES)[number] | null
}

const MODES = ['cors', 'no-cors', 'same-origin'] as const
const CREDENTIALS = ['include', 'same-origin', 'omit'] as const
const OUTCOMES = ['allowed', 'blocked'] as const

/** How long a check may take, in seconds. */
const PATIENCE = '30'

/** The options of `parseArgs`. */
export const CHECK_OPTIONS = {
  credentials: { type: 'string' },
  curl: { type: 'string' },
  data: { type: 'string', short: 'd' },
  'dry-run': { type: 'boolean' },
  expect: { type: 'string' },
  header: { type: 'string', short: 'H', multiple: true },
  insecure: { type: 'boolean', short: 'k' },
  method: { type: 'string', short: 'X' },
  mode: { type: 'string' },
  send: { type: 'boolean' },
  timeout: { type: 'string' },
} as const

/** What parseArgs returns for {@link CHECK_OPTIONS}, and the origin. */
export interface CheckValues {
  readonly credentials?: string | undefined
  readonly curl?: string | undefined
  readonly data?: string | undefined
  readonly 'dry-run'?: boolean | undefined
  readonly expect?: string | undefined
  readonly header?: string[] | undefined
  readonly insecure?: boolean | undefined
  readonly method?: string | undefined
  readonly mode?: string | undefined
  readonly origin?: string | undefined
  readonly send?: boolean | undefined
  readonly timeout?: string | undefined
}

/** Returns the options of a check, or what is wrong with them. */
export function checkOptions(values: CheckValues): CheckOptions | UsageError {
  const { method = null, timeout = PATIENCE } = values
  const headers = (values.header ?? []).map(headerIn)
  const wrong = headers.indexOf(null)
  // The value may be a secret.
  if (wrong >= 0) return { usageError: `--header must be 'Name: value'; number ${wrong + 1} isn't` }
  if (method !== null && !canBeAllowed(method))
    return { usageError: `--method must be a method that pages may use, not ${JSON.stringify(method)}` }
  const credentials = oneOf(
    'credentials',
    CREDENTIALS,
    values.credentials === '' ? 'include' : values.credentials,
  )
  const mode = oneOf('mode', MODES, values.mode)
  const expect = oneOf('expect', OUTCOMES, values.expect)
  for (const one of [credentials, mode, expect]) if (typeof one === 'object' && one !== null) return one
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(timeout) ? Number(timeout) : 0
  if (seconds === 0)
    return { usageError: `--timeout must be a number of seconds, not ${JSON.stringify(timeout)}` }
  return {
    page: values.origin === undefined ? null : pageOrigin(values.origin),
    method,
    headers: headers.filter((header) => header !== null),
    credentials: credentials as CheckOptions['credentials'],
    mode: mode as CheckOptions['mode'],
    data: values.data ?? null,
    curl: values.curl ?? null,
    copied: null,
    dryRun: values['dry-run'] ?? false,
    send: values.send ?? false,
    insecure: values.insecure ?? false,
    timeout: seconds * 1000,
    expect: expect as CheckOptions['expect'],
  }
}

/** The origin of a page, serialized as browsers do for apps as well: `capacitor://localhost`, `chrome-extension://…`. */
function pageOrigin(given: string): string {
  const url = parseUrl(given)
  if (url === null) return 'null'
  return url.origin === 'null' && url.host !== '' ? `${url.protocol}//${url.host}` : url.origin
}

function oneOf<Value extends string>(
  option: string,
  values: readonly Value[],
  given: string | undefined,
): Value | UsageError | null {
  if (given === undefined) return null
  const found = values.find((value) => value === given)
  return (
    found ?? { usageError: `--${option} must be one of ${values.join(', ')}, not ${JSON.stringify(given)}` }
  )
}
