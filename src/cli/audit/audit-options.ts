import { parseArgs } from 'node:util'
import { type AuditTarget, isSetByAudit, nearestWord, originOfPage, parseUrl } from '../../internal.ts'
import { headerIn } from '../header-in.ts'

/** How an audit prints what it finds. */
export const AUDIT_FORMATS = ['text', 'json', 'markdown', 'sarif'] as const

/** What the command line of an audit says. */
export interface AuditOptions {
  readonly target: AuditTarget
  /** Whether the requests are sent without a question. */
  readonly yes: boolean
  /** Whether they are only listed. */
  readonly dryRun: boolean
  readonly insecure: boolean
  /** For each request, in milliseconds. */
  readonly timeout: number
  readonly format: (typeof AUDIT_FORMATS)[number]
  readonly showSecrets: boolean
}

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  format: { type: 'string' },
  header: { type: 'string', short: 'H', multiple: true },
  help: { type: 'boolean', short: 'h' },
  insecure: { type: 'boolean', short: 'k' },
  origin: { type: 'string', multiple: true },
  'show-secrets': { type: 'boolean' },
  timeout: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
} as const

/** How long a request may take, in seconds. */
const PATIENCE = '10'

/** Returns the options of `whycors audit`, "help", or what is wrong with them. */
export function auditOptions(
  args: readonly string[],
): AuditOptions | 'help' | { readonly usageError: string } {
  const wrong = (usageError: string) => ({ usageError })
  const parsed = attempt(args)
  if ('usageError' in parsed) return parsed
  const { values, positionals } = parsed
  if (values.help === true) return 'help'
  const [given, ...others] = positionals
  if (given === undefined || others.length > 0) return wrong('name one URL to audit: https://…')
  const url = parseUrl(given)
  if (url === null || !/^https?:$/.test(url.protocol))
    return wrong(`the URL must begin with https:// or http://, not be ${JSON.stringify(given)}`)
  if (url.username !== '' || url.password !== '')
    return wrong("the URL contains a password; send it with --header 'Authorization: Basic …'")
  const origins = (values.origin ?? []).map(originOfPage)
  if (origins.length === 0) return wrong('name a page that calls this API: --origin https://app.example.com')
  const lacking = origins.indexOf(null)
  if (lacking >= 0)
    return wrong(`--origin must be the origin of a page, not ${JSON.stringify(values.origin?.[lacking])}`)
  const headers = (values.header ?? []).map(headerIn)
  const number = headers.indexOf(null)
  // The value may be a secret.
  if (number >= 0) return wrong(`--header must be 'Name: value'; number ${number + 1} isn't`)
  const own = headers.find((header) => header !== null && isSetByAudit(header.name))
  if (own !== undefined && own !== null) return wrong(`the audit sets ${own.name} itself`)
  const { format = 'text', timeout = PATIENCE } = values
  const known = AUDIT_FORMATS.find((one) => one === format)
  if (known === undefined)
    return wrong(`audit has no ${JSON.stringify(format)} format; use ${AUDIT_FORMATS.join(', ')}`)
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(timeout) ? Number(timeout) : 0
  if (seconds === 0) return wrong(`--timeout must be a number of seconds, not ${JSON.stringify(timeout)}`)
  return {
    target: {
      url: url.href,
      origins: [...new Set(origins.filter((origin) => origin !== null))],
      headers: headers.filter((header) => header !== null),
    },
    yes: values.yes ?? false,
    dryRun: values['dry-run'] ?? false,
    insecure: values.insecure ?? false,
    timeout: seconds * 1000,
    format: known,
    showSecrets: values['show-secrets'] ?? false,
  }
}

function attempt(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [sentence = message] = message.split(/\. |\n/, 1)
    const [, option = ''] = /'--([\w-]+)/.exec(sentence) ?? []
    const nearest = nearestWord(option, Object.keys(OPTIONS))
    const isUnknown = /unknown option/i.test(sentence) && nearest !== null
    return { usageError: isUnknown ? `${sentence}; did you mean --${nearest}?` : sentence }
  }
}
