import { type DiffReport, toDiffReport } from '../diff/diff-report.ts'
import type { HarSource } from '../har/read-har.ts'
import { redactionFor } from '../redact/redaction-for.ts'
import { version } from '../version.ts'
import { examine } from './examine.ts'
import { checkedEngine, checkedOrigin, type ExplainOptions } from './explain.ts'

/** How two recordings are compared. */
export interface DiffOptions extends Pick<ExplainOptions, 'engine' | 'origin' | 'showSecrets'> {
  /** The files' names, as the report shows them. Default: "before.har" and "after.har". */
  readonly names?: readonly [before: string, after: string] | undefined
}

/**
 * Compares two recordings of the same steps: which cross-origin requests were fixed, which broke, which are still
 * blocked. Requests are matched by method, API and path; numbers and hashes in the path are treated as ids. The report is
 * what `whycors diff --format json` prints.
 *
 * @example
 * ```ts
 * const { broken } = await diff(await readFile('before.har'), await readFile('after.har'))
 * for (const { method, pathPattern, after } of broken) console.log(method, pathPattern, after?.headline)
 * ```
 * @throws {HarSyntaxError} if a source isn't JSON text.
 * @throws {HarFormatError} if it's JSON, but not a HAR.
 * @throws {OptionError} if an option is invalid.
 */
export async function diff(
  before: HarSource,
  after: HarSource,
  options: DiffOptions = {},
): Promise<DiffReport> {
  const redaction = redactionFor(options.showSecrets ?? false)
  const [nameBefore, nameAfter] = options.names ?? ['before.har', 'after.har']
  const reading = {
    file: 0,
    engine: checkedEngine(options.engine),
    origin: checkedOrigin(options.origin),
    redaction,
  }
  const examinedBefore = await examine(before, { ...reading, name: nameBefore })
  const examinedAfter = await examine(after, { ...reading, name: nameAfter })
  return toDiffReport([examinedBefore], [examinedAfter], { version, redaction })
}
