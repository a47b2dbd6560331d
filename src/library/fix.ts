import { checkedUrl } from '../fix/checked-url.ts'
import type { Shell } from '../fix/command/shell.ts'
import type { Snippet } from '../fix/generators/generator.ts'
import { isEnvName } from '../fix/generators/is-env-name.ts'
import { outermost } from '../fix/layer-of.ts'
import type { Edit } from '../fix/placements/edit.ts'
import type { Find } from '../fix/placements/find.ts'
import { editPolicy, type PolicyEdit, PUBLIC_API, policyEditOf } from '../fix/policy/edit-policy.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import { type WriterId, writers } from '../fix/writers.ts'
import type { HarSource } from '../har/read-har.ts'
import { redactionFor } from '../redact/redaction-for.ts'
import type { ExchangeReport, Report } from '../report/report.ts'
import { plain } from '../text/plain.ts'
import type { Text } from '../text/text.ts'
import { checkedOrigin, type ExplainOptions, explain } from './explain.ts'
import { type GeneratorInfo, generators } from './generators.ts'
import { OptionError } from './option-error.ts'

/** The options for writing configuration. */
export interface FixOptions extends ExplainOptions {
  /** The kind of server to write for, the `id` of one of `generators`. Default: the one recognized from the responses. */
  readonly for?: WriterId | undefined
  /** Additional origins to allow. Patterns such as `https://shop-*-team.vercel.app` work too. */
  readonly addOrigins?: readonly string[] | undefined
  /** Whether every website may read the API, without credentials. Default: false. */
  readonly public?: boolean | undefined
  /**
   * The environment variable from which the configuration reads the origins. Default: they are written into the
   * configuration.
   */
  readonly originsFromEnv?: string | undefined
}

/** A kind of server that an API may be; `id` is that of its generator, if there is one. */
export type SeemingServer = NonNullable<ExchangeReport['plan']>['frameworks'][number]

/** What each fix says of the origins that called its API. */
export interface FixOrigins {
  /** Origins that called the API and aren't allowed, each with the reason; `addOrigins` adds them. Absent if there are none. */
  readonly leftOut?: Report['policies'][number]['leftOut']
}

/** Server configuration that allows what was blocked, with instructions to install it. */
export interface ConfigurationFix extends FixOrigins {
  readonly type: 'configuration'
  /** The API's origin. */
  readonly target: string
  readonly policy: CorsPolicy
  readonly generator: GeneratorInfo
  readonly code: string
  /** The file, and the place in it. */
  readonly where: string
  /** What to remove first, so that no header is sent twice and no looser rule remains. */
  readonly removeFirst: readonly string[]
  /** `where` for programs: the edits that install the code. Empty if only a person can find the place. */
  readonly edits: readonly Edit[]
  /** `removeFirst` for programs, as far as patterns can find it. */
  readonly removals: readonly Find[]
  readonly notes: readonly string[]
  /** Commands that check whether the configuration works, each with the expected result. */
  readonly check: readonly {
    /** For bash and other POSIX shells. */
    readonly command: string
    /** The same command for each shell. */
    readonly forms: Readonly<Record<Shell, string>>
    readonly expect: string
  }[]
}

/** A policy that this kind of server can't implement, or not safely. It's never replaced by a wider one. */
export interface UnsupportedFix extends FixOrigins {
  readonly type: 'unsupported'
  readonly target: string
  readonly policy: CorsPolicy
  readonly generator: GeneratorInfo
  readonly why: string
}

/** A policy for an API whose server isn't recognized: `for` has to name it. */
export interface UndecidedFix extends FixOrigins {
  readonly type: 'undecided'
  readonly target: string
  readonly policy: CorsPolicy
  /** The possible kinds, the most likely first. */
  readonly candidates: readonly SeemingServer[]
}

/** The fix for one API. */
export type Fix = ConfigurationFix | UnsupportedFix | UndecidedFix

/**
 * Writes the server configuration that allows what a recording shows blocked, one per API origin. The source is a
 * recording, or a report returned by {@link explain}. Empty if no change to a server's CORS configuration helps: the
 * report's `plan.required` then says what to change in the page.
 *
 * @example
 * ```ts
 * for (const one of await fix(har, { for: 'express' }))
 *   console.log(one.target, one.type === 'configuration' ? one.code : one.policy)
 * ```
 * @throws {HarSyntaxError} if the source isn't JSON text or is cut off.
 * @throws {HarFormatError} if it's JSON, but not a HAR.
 * @throws {OptionError} if an option is invalid.
 */
export async function fix(source: HarSource | Report, options: FixOptions = {}): Promise<readonly Fix[]> {
  const id: string | undefined = options.for
  if (id !== undefined && !generators.some((one) => one.id === id))
    throw new OptionError('for', `must be one of ${generators.map((one) => one.id).join(', ')}, not "${id}"`)
  const origin = checkedOrigin(options.origin)
  const edit = checkedEdit(options)
  const report = isReport(source) ? source : await explain(source, options)
  return report.policies
    .filter(({ target }) => origin === null || target === origin)
    .map(({ target, policy, leftOut = [] }) => {
      const allowed = edited(policy, edit)
      const left = leftOut.filter((one) => allowed.origins !== '*' && !allowed.origins.includes(one.origin))
      return { ...fixOf(target, allowed, report, options), ...(left.length === 0 ? {} : { leftOut: left }) }
    })
}

/** Returns the policy changes given by the options. Throws {@link OptionError} for an invalid one. */
function checkedEdit({ addOrigins, public: isPublic = false, originsFromEnv }: FixOptions): PolicyEdit {
  if (originsFromEnv !== undefined && !isEnvName(originsFromEnv))
    throw new OptionError(
      'originsFromEnv',
      `must be the name of an environment variable, not ${JSON.stringify(originsFromEnv)}`,
    )
  if (isPublic && (addOrigins !== undefined || originsFromEnv !== undefined))
    throw new OptionError('public', 'allows every website, so no origins can be named beside it')
  if (isPublic) return PUBLIC_API
  if (addOrigins === undefined || addOrigins.length === 0) return {}
  const edit = policyEditOf(new Map([['origins+', addOrigins]]))
  if ('invalid' in edit)
    throw new OptionError(
      'addOrigins',
      plain(edit.invalid, (value) => value),
    )
  return edit
}

function edited(policy: CorsPolicy, edit: PolicyEdit): CorsPolicy {
  if (Object.keys(edit).length === 0) return policy
  const result = editPolicy(policy, edit)
  if ('invalid' in result)
    throw new OptionError(
      'addOrigins',
      plain(result.invalid, (value) => value),
    )
  return result
}

function fixOf(target: string, policy: CorsPolicy, report: Report, options: FixOptions): Fix {
  const plans = report.exchanges.flatMap(({ plan }) => (plan?.target === target ? [plan] : []))
  const candidates = plans[0]?.frameworks ?? []
  const layer = outermost(plans.flatMap((plan) => plan.layer ?? []))
  const id = options.for ?? shownGenerator(candidates, layer)
  const generator = writers.find((one) => one.id === id)
  const info = generators.find((one) => one.id === id)
  if (generator === undefined || info === undefined) return { type: 'undecided', target, policy, candidates }
  const say = (words: Text): string => plain(words, (value) => value)
  const url = redactionFor(options.showSecrets === true).url(
    checkedUrl(
      target,
      report.exchanges.map((one) => one.url),
    ),
  )
  const written = generator.generate(policy, url, { originsFromEnv: options.originsFromEnv ?? null })
  return written.type === 'unsupported'
    ? { type: 'unsupported', target, policy, generator: info, why: say(written.why) }
    : { type: 'configuration', target, policy, generator: info, ...inWords(written, say) }
}

/** Returns the id of the generator for the server recognized from the blocked responses. */
function shownGenerator(
  candidates: readonly SeemingServer[],
  layer: NonNullable<ExchangeReport['plan']>['layer'],
): string | null {
  const ids = candidates.filter(({ confidence }) => confidence !== 'low').map(({ id }) => id)
  const own = layer?.id ?? null
  const reaching = layer === null || layer.who === 'app' ? ids : []
  return (
    [...(own === null ? [] : [own]), ...reaching].find((id) => writers.some((one) => one.id === id)) ?? null
  )
}

const inWords = (
  { code, where, removeFirst, edits, removals, notes, check }: Snippet,
  say: (words: Text) => string,
) => ({
  code,
  edits,
  removals,
  where: say(where),
  removeFirst: removeFirst.map(say),
  notes: notes.map(say),
  check: check.map(({ command, forms, expect }) => ({ command, forms, expect: say(expect) })),
})

const isReport = (source: HarSource | Report): source is Report =>
  typeof source === 'object' && 'exchanges' in source && 'policies' in source && 'tool' in source
