import type { EngineId } from '../engines/engine.ts'
import { engines } from '../engines/index.ts'
import type { HarSource } from '../har/read-har.ts'
import { parseUrl } from '../parse-url.ts'
import { redactionFor } from '../redact/redaction-for.ts'
import { isListed } from '../report/is-listed.ts'
import type { Report } from '../report/report.ts'
import { toReport } from '../report/to-report.ts'
import { version } from '../version.ts'
import { examine } from './examine.ts'
import { OptionError } from './option-error.ts'

/** The options for a report. */
export interface ExplainOptions {
  /** The file name shown in the report. Default: "recording.har". */
  readonly name?: string | undefined
  /** The engine whose rules apply. Default: that of the browser that made the recording, else Chromium's. */
  readonly engine?: EngineId | undefined
  /** Only requests to this API origin, given as any URL of the API. Default: all. */
  readonly origin?: string | undefined
  /** Whether to list requests that were allowed too. Default: false. */
  readonly all?: boolean | undefined
  /** Whether to show cookies, tokens and keys instead of masking them. Default: false. */
  readonly showSecrets?: boolean | undefined
}

/**
 * Explains which requests of a recording CORS blocked, why, and what to change. The report is what `whycors explain
 * --format json` prints.
 *
 * @example
 * ```ts
 * const report = await explain(await readFile('shop.har', 'utf8'))
 * for (const { method, url, headline } of report.exchanges) console.log(`${method} ${url}\n  ${headline}`)
 * ```
 * @throws {HarSyntaxError} if the source isn't JSON text or is cut off.
 * @throws {HarFormatError} if it's JSON, but not a HAR.
 * @throws {OptionError} if an option is invalid.
 */
export async function explain(source: HarSource, options: ExplainOptions = {}): Promise<Report> {
  const { name, origin, all = false, showSecrets = false } = options
  const engine = checkedEngine(options.engine)
  const redaction = redactionFor(showSecrets)
  const examined = await examine(source, { name, engine, origin: checkedOrigin(origin), redaction })
  return toReport([examined], { version, redaction, includes: (diagnosis) => isListed(diagnosis, all) })
}

/** Returns the engine given by an option, or null if there is none. Throws {@link OptionError} if it doesn't exist. */
export function checkedEngine(engine: EngineId | undefined): EngineId | null {
  if (engine !== undefined && !Object.hasOwn(engines, engine))
    throw new OptionError(
      'engine',
      `must be one of ${Object.keys(engines).join(', ')}, not ${quoted(engine)}`,
    )
  return engine ?? null
}

/** Returns the origin given by an option, or null if there is none. Throws {@link OptionError} if it isn't a URL. */
export function checkedOrigin(url: string | undefined): string | null {
  if (url === undefined) return null
  const parsed = parseUrl(url)
  if (parsed === null) throw new OptionError('origin', `must be a URL, not ${quoted(url)}`)
  return parsed.origin
}

const quoted = (value: unknown): string => JSON.stringify(value) ?? String(value)
