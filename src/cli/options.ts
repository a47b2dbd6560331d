import { parseArgs } from 'node:util'
import {
  type EngineId,
  engines,
  isEnvName,
  nearestWord,
  type PolicyEdit,
  PUBLIC_API,
  parsePolicyEdit,
  parseUrl,
  plain,
  type Shell,
  shells,
} from '../internal.ts'
import { CHECK_OPTIONS, type CheckOptions, checkOptions } from './check/check-options.ts'
import { CHECKS_OPTIONS, type ChecksOptions, checksOptions } from './checks/checks-options.ts'
import { FORMATS, type Format, isFormat } from './format.ts'
import { COMMAND_NAMES, type CommandName } from './help.ts'
import { noOption } from './no-option.ts'
import type { UsageError } from './usage-error.ts'

/** The parsed command line. */
export interface Options {
  readonly command: CommandName
  /** The files; for `rules` a rule or a pasted text. */
  readonly operands: readonly string[]
  /** The numbers of the problems to explain; empty: all. */
  readonly problems: readonly number[]
  /** Only the list of problems. */
  readonly brief: boolean
  readonly format: Format
  /** null: that of the browser that made the recording. */
  readonly engine: EngineId | null
  /** The kind of server to write configuration for, as given; null: none. */
  readonly framework: string | null
  /** The kind of server to write a proxy for, as given; '': without a name; null: no `--proxy`. */
  readonly proxy: string | null
  /** The changes to the policy that the recorded requests need. */
  readonly policy: PolicyEdit
  /** The environment variable from which the configuration reads the origins; null: they are in the configuration. */
  readonly originsFromEnv: string | null
  /** Only fetches to this API origin; null: all. With a URL instead of a file, it's the page's origin. */
  readonly origin: string | null
  /** The request that is sent to a URL. */
  readonly check: CheckOptions
  /** The list of checks that is made instead. */
  readonly checks: ChecksOptions
  /** Also requests that were allowed. */
  readonly all: boolean
  /** Show long values and lists completely. */
  readonly full: boolean
  /** Only what the recorded requests need, not what else the server allows. */
  readonly least: boolean
  /** Use the sample recording. */
  readonly sample: boolean
  readonly showSecrets: boolean
  /** The shell that commands are written for. */
  readonly shell: Shell
  /** Which help to print: 'all' for the overview, null for none. */
  readonly help: CommandName | 'all' | null
  readonly version: boolean
}

const ENGINES = Object.keys(engines) as readonly EngineId[]

/** Returns the options of a command line, or what is wrong with it. A file without a command is explained. */
export function parseOptions(args: readonly string[], calledFrom: Shell = 'bash'): Options | UsageError {
  const parsed = attempt(args)
  if ('usageError' in parsed) return parsed
  const { values, positionals } = parsed
  const [first, ...others] = positionals
  const named = COMMAND_NAMES.find((name) => name === first)
  if (first === 'help') return parseOptions([...others, '--help'], calledFrom)
  if (first !== undefined && named === undefined && isWord(first)) return { usageError: noCommand(first) }
  const command = named ?? 'explain'
  const [operands, problems] = withNumbers(named === undefined ? positionals : others, {
    numbered: command === 'explain',
    sample: values.sample ?? false,
  })
  const { format = 'text', engine } = values
  const origin = values.origin === undefined ? undefined : parseUrl(values.origin)
  if (!isFormat(format))
    return { usageError: `--format must be one of ${FORMATS.join(', ')}, not ${quoted(format)}` }
  if (engine !== undefined && !isEngine(engine)) {
    return { usageError: `--engine must be one of ${ENGINES.join(', ')}, not ${quoted(engine)}` }
  }
  const shell = shells.find(({ id }) => id === values.shell)
  if (values.shell !== undefined && shell === undefined) {
    return {
      usageError: `--shell must be one of ${shells.map(({ id }) => id).join(', ')}, not ${quoted(values.shell)}`,
    }
  }
  const check = checkOptions(values)
  if ('usageError' in check) return check
  const checks = checksOptions(values)
  if ('usageError' in checks) return checks
  if (origin === null && values.origin !== 'null')
    return { usageError: `--origin must be a URL, not ${quoted(values.origin ?? '')}` }
  if (values.for !== undefined && values.proxy !== undefined)
    return { usageError: '--for changes the API and --proxy goes around it; use one of them' }
  if (values.brief === true && (format === 'sarif' || format === 'junit' || format === 'github'))
    return { usageError: `--brief has no ${format} format; use text, json, ndjson or markdown` }
  const policy = values.policy === undefined ? {} : parsePolicyEdit(values.policy)
  if ('invalid' in policy) return { usageError: `--policy: ${plain(policy.invalid, (value) => value)}` }
  const env = values['origins-from-env'] ?? null
  if (env !== null && !isEnvName(env))
    return {
      usageError: `--origins-from-env must be the name of an environment variable, not ${quoted(env)}`,
    }
  const isPublic = values.public ?? false
  if (isPublic && env !== null)
    return { usageError: '--public allows every website, so there are no origins for --origins-from-env' }
  if (isPublic && ['origins', 'addOrigins', 'credentials'].some((part) => part in policy))
    return {
      usageError: '--public allows every website without credentials: --policy must name neither of them',
    }
  return {
    command,
    operands,
    problems,
    brief: values.brief ?? false,
    format,
    engine: engine ?? null,
    framework: values.for ?? null,
    proxy: values.proxy ?? null,
    policy: isPublic ? { ...policy, ...PUBLIC_API } : policy,
    originsFromEnv: env,
    origin: origin?.origin ?? null,
    check,
    checks,
    all: values.all ?? false,
    full: values.full ?? false,
    least: values.least ?? false,
    sample: values.sample ?? false,
    showSecrets: values['show-secrets'] ?? false,
    shell: shell?.id ?? calledFrom,
    help: values.help === true || args.length === 0 ? (named ?? 'all') : null,
    version: values.version ?? false,
  }
}

/** Usually, a file has a dot, a slash or a capital letter in its name; a command is a word. */
const isWord = (first: string): boolean => /^[a-z]+(-[a-z]+)*$/.test(first)

function noCommand(written: string): string {
  const nearest = nearestWord(written, COMMAND_NAMES)
  return nearest === null
    ? `there is no command ${quoted(written)}; for a file of that name: whycors explain ./${written}`
    : `there is no command ${quoted(written)}; did you mean ${nearest}?`
}

/** Returns the files, and the numbers after them: `explain shop.har 3`. The first operand is a file. */
function withNumbers(
  operands: readonly string[],
  { numbered, sample }: { readonly numbered: boolean; readonly sample: boolean },
): readonly [readonly string[], readonly number[]] {
  const isNumber = (operand: string, i: number): boolean =>
    numbered && (i > 0 || sample) && /^[1-9]\d{0,6}$/.test(operand)
  return [operands.filter((operand, i) => !isNumber(operand, i)), operands.filter(isNumber).map(Number)]
}

function attempt(args: readonly string[]) {
  try {
    return parseArgs({
      args: withValues(args),
      allowPositionals: true,
      options: {
        ...CHECK_OPTIONS,
        ...CHECKS_OPTIONS,
        all: { type: 'boolean' },
        brief: { type: 'boolean' },
        engine: { type: 'string' },
        full: { type: 'boolean' },
        for: { type: 'string' },
        format: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        least: { type: 'boolean' },
        origin: { type: 'string' },
        'origins-from-env': { type: 'string' },
        policy: { type: 'string' },
        proxy: { type: 'string' },
        public: { type: 'boolean' },
        sample: { type: 'boolean' },
        shell: { type: 'string' },
        'show-secrets': { type: 'boolean' },
        version: { type: 'boolean' },
      },
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const unknown = /^Unknown option '([^']+)'/.exec(message)?.[1]
    if (unknown !== undefined) return { usageError: noOption(unknown) }
    // parseArgs adds advice on passing it as an operand; only the first sentence is needed.
    return { usageError: message.split(/\. |\n/, 1)[0] ?? message }
  }
}

/**
 * `--proxy` without a name lists the names, and `--credentials` without a mode includes them; to parseArgs both lack their
 * value. A dash alone stands for standard input.
 */
const withValues = (args: readonly string[]): string[] =>
  args.map((arg, i) => {
    const next = args[i + 1] ?? '--'
    if (arg === '--proxy') return next.startsWith('--') ? '--proxy=' : arg
    return arg === '--credentials' && !/^(omit|same-origin|include)$/.test(next) ? '--credentials=' : arg
  })

const isEngine = (value: string): value is EngineId => (ENGINES as readonly string[]).includes(value)
const quoted = (value: string): string => JSON.stringify(value)
