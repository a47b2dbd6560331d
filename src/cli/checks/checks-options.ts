import { FORMATS, isFormat } from '../format.ts'
import type { UsageError } from '../usage-error.ts'
import type { WrittenFile } from './written-file.ts'

/** What the command line says of a list of checks. */
export interface ChecksOptions {
  /** The list; "-" is standard input; null: there is none. */
  readonly file: string | null
  /** How many checks are made at the same time. */
  readonly concurrency: number
  /** Files that get the results as well. */
  readonly writes: readonly WrittenFile[]
}

/** The options of `parseArgs`. */
export const CHECKS_OPTIONS = {
  concurrency: { type: 'string' },
  file: { type: 'string' },
  write: { type: 'string', multiple: true },
} as const

/** What parseArgs returns for {@link CHECKS_OPTIONS}, and options that a list has no use for. */
export interface ChecksValues {
  readonly concurrency?: string | undefined
  readonly file?: string | undefined
  readonly write?: string[] | undefined
  readonly [option: string]: unknown
}

/** What each check of a list says for itself. */
const OF_EACH = ['credentials', 'curl', 'data', 'expect', 'header', 'method', 'mode'] as const

/** How many checks are made at the same time, by default and at most. */
const USUAL = 4
const MOST = 32

/** Returns the options of a list of checks, or what is wrong with them. */
export function checksOptions(values: ChecksValues): ChecksOptions | UsageError {
  const { file = null, concurrency } = values
  if (file === null && concurrency !== undefined) return { usageError: '--concurrency needs --file' }
  if (file === null && values.write !== undefined) return { usageError: '--write needs --file' }
  const wrong = file === null ? undefined : OF_EACH.find((name) => values[name] !== undefined)
  if (wrong !== undefined)
    return { usageError: `--${wrong} can't be used with --file; each check of the list says it for itself` }
  const count = concurrency === undefined ? USUAL : /^\d{1,3}$/.test(concurrency) ? Number(concurrency) : 0
  if (count < 1 || count > MOST)
    return {
      usageError: `--concurrency must be a number from 1 to ${MOST}, not ${JSON.stringify(concurrency)}`,
    }
  const writes: WrittenFile[] = []
  for (const one of values.write ?? []) {
    const [format = '', ...path] = one.split('=')
    if (!isFormat(format) || path.join('=') === '')
      return {
        usageError: `--write must be FORMAT=PATH with a format of ${FORMATS.join(', ')}, not ${JSON.stringify(one)}`,
      }
    writes.push({ format, path: path.join('=') })
  }
  return { file, concurrency: count, writes }
}
