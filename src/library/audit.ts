import { auditApi } from '../audit/audit-api.ts'
import { type AuditReport, toAuditReport } from '../audit/audit-report.ts'
import type { LookUp } from '../audit/existence.ts'
import { isSetByAudit } from '../audit/is-set-by-audit.ts'
import { originOfPage } from '../audit/origin-of-page.ts'
import type { AuditTarget } from '../audit/target.ts'
import type { Send } from '../check/wire.ts'
import { isHttpScheme } from '../fetch/origin.ts'
import { parseUrl } from '../parse-url.ts'
import { redactionFor } from '../redact/redaction-for.ts'
import { version } from '../version.ts'
import { noteGiven } from './note-given.ts'
import { OptionError } from './option-error.ts'

/** How an API is audited. */
export interface AuditOptions {
  /** The origins of pages that call the API; any URL of a page stands for its origin. One at least. */
  readonly origins: readonly string[]
  /** Sent with every request but preflights, such as `Authorization`. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds for each request. Default: 10,000. */
  readonly timeout?: number | undefined
  /** Whether certificates aren't checked. Default: false. */
  readonly insecure?: boolean | undefined
  /** Whether cookies, tokens and keys are shown instead of masked. Default: false. */
  readonly showSecrets?: boolean | undefined
  /** Sends one request. Default: Node's HTTP client, which Deno and Bun have too. */
  readonly send?: Send | undefined
  /** Looks up whether a host name is in the DNS. Default: the system's DNS. */
  readonly lookUp?: LookUp | undefined
}

/**
 * Looks for unsafe CORS settings of your own API with about 35 GET and OPTIONS requests, one after the other: websites that
 * may read it but shouldn't, caches that mix up responses, errors that pages can't read. Redirects aren't followed. The report
 * is the document that `whycors audit --format json` prints.
 *
 * @example
 * ```ts
 * const { findings } = await audit('https://api.example.com/items', { origins: ['https://app.example.com'] })
 * for (const { severity, summary, fix } of findings) console.log(severity, summary, fix)
 * ```
 * @throws {OptionError} if the URL or an option is invalid.
 */
export async function audit(url: string, options: AuditOptions): Promise<AuditReport> {
  const { timeout = 10_000, insecure = false, showSecrets = false } = options
  if (!(timeout > 0)) throw new OptionError('timeout', 'must be a positive number of milliseconds')
  const target = targetOf(url, options)
  const found = await auditApi(target, {
    send: options.send ?? (await import('#network')).sendOverNetwork,
    lookUp: options.lookUp ?? (await import('#network')).lookUp,
    timeout,
    insecure,
  })
  const redaction = redactionFor(showSecrets)
  noteGiven(target, redaction)
  for (const entry of found.entries) redaction.note(entry)
  return toAuditReport(found, { version, redaction })
}

function targetOf(url: string, { origins, headers = {} }: AuditOptions): AuditTarget {
  const parsed = parseUrl(url)
  if (parsed === null || !isHttpScheme(url)) throw new OptionError('url', 'must be an http(s) URL')
  if (origins.length === 0)
    throw new OptionError('origins', 'must name the origin of a page that calls the API')
  const own = Object.keys(headers).find(isSetByAudit)
  if (own !== undefined) throw new OptionError('headers', `the audit sets ${own} itself`)
  return {
    url: parsed.href,
    origins: [...new Set(origins.map(checkedPage))],
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
  }
}

function checkedPage(page: string): string {
  const origin = originOfPage(page)
  if (origin === null) throw new OptionError('origins', `must be URLs of pages, not ${JSON.stringify(page)}`)
  return origin
}
