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

/** What a report is about, and how it shows it. */
export interface ExplainOptions {
  /** The file's name, as the report shows it. Default: "recording.har". */
  readonly name?: string | undefined
  /** Whose rules decide. Default: those of the browser that made the recording, else Chromium's. */
  readonly engine?: EngineId | undefined
  /** Only requests to this API origin; any URL of the API stands for its origin. Default: all. */
  readonly origin?: string | undefined
  /** Whether requests that were allowed are listed too. Default: false. */
  readonly all?: boolean | undefined
  /** Whether cookies, tokens and keys are shown instead of masked. Default: false. */
  readonly showSecrets?: boolean | undefined
}

/**
 * Explains which requests of a recording CORS blocked, why, and what to change. The report is the document that
 * `whycors explain --format json` prints.
 *
 * @example
 * ```ts
 * const report = await explain(await readFile('shop.har', 'utf8'))
 * for (const { method, url, headline } of report.exchanges) console.log(`${method} ${url}\n  ${headline}`)
 * ```
 * @throws {HarSyntaxError} if the source isn't JSON text or is cut off.
 * @throws {HarFormatError} if it's JSON, but not a HAR.
 * @throws {OptionError} if an option has no meaning.
 */
export async function explain(source: HarSource, options: ExplainOptions = {}): Promise<Report> {
  const { name, origin, all = false, showSecrets = false } = options
  const engine = checkedEngine(options.engine)
  const redaction = redactionFor(showSecrets)
  const examined = await examine(source, { name, engine, origin: checkedOrigin(origin), redaction })
  return toReport([examined], { version, redaction, includes: (diagnosis) => isListed(diagnosis, all) })
}

/** Returns the engine that an option names, or null if it isn't given. Throws {@link OptionError} if there is none such. */
export function checkedEngine(engine: EngineId | undefined): EngineId | null {
  if (engine !== undefined && !Object.hasOwn(engines, engine))
    throw new OptionError(
      'engine',
      `must be one of ${Object.keys(engines).join(', ')}, not ${quoted(engine)}`,
    )
  return engine ?? null
}

/** Returns the origin that an option names, or null if it isn't given. Throws {@link OptionError} if it isn't a URL. */
export function checkedOrigin(url: string | undefined): string | null {
  if (url === undefined) return null
  const parsed = parseUrl(url)
  if (parsed === null) throw new OptionError('origin', `must be a URL, not ${quoted(url)}`)
  return parsed.origin
}

const quoted = (value: unknown): string => JSON.stringify(value) ?? String(value)
