import {
  beyond,
  type CorsPolicy,
  checkedUrl,
  code,
  type Diagnosis,
  editPolicy,
  type Generator,
  generators,
  guessedGenerator,
  isEnvName,
  type LeftOut,
  merge,
  mergePolicies,
  type PolicyKey,
  PUBLIC_API,
  policyEditOf,
  type Snippet,
  type Text,
  text,
  type Unsupported,
  type Wish,
  writerNamed,
} from '../../internal.ts'
import { wholeRedaction } from '../parts/redaction.ts'
import type { DetailState } from '../state/detail-state.ts'
import type { FixScope, PolicyDraft } from '../state/policy-draft.ts'

/** What an API's server has to allow. */
export interface Asked {
  readonly target: string
  /** The policy that the recorded requests need, before the user's changes. */
  readonly policy: CorsPolicy
  readonly wishes: readonly Wish[]
  readonly leftOut: readonly LeftOut[]
  /** How many fetches of the whole API need it. */
  readonly all: number
}

/**
 * Returns what a blocked fetch, or its whole API, needs from the server; null if no server can help. With `keep`, the
 * policy includes what the server already allows.
 */
export function askedOf(
  diagnosis: Diagnosis,
  diagnoses: readonly Diagnosis[],
  scope: FixScope,
  keep = true,
): Asked | null {
  const { plan } = diagnosis
  if (plan === null || plan.policy === null) return null
  const { target, policy } = plan
  const merged = mergePolicies(diagnoses, { least: !keep }).find((one) => one.target === target)
  const all = timesOf((merged?.wishes ?? []).map((wish) => wish.diagnosis)) || 1
  if (scope === 'api' && merged !== undefined)
    return { target, policy: merged.policy, wishes: merged.wishes, leftOut: merged.leftOut, all }
  const least = plan.least ?? policy
  const needs = keep ? policy : least
  return { target, policy: needs, wishes: [{ diagnosis, policy: needs, needs: least }], leftOut: [], all }
}

/** Returns how many requests some diagnoses stand for. */
export const timesOf = (all: readonly Pick<Diagnosis, 'times'>[]): number =>
  all.reduce((sum, { times = 1 }) => sum + times, 0)

/** Returns what the server currently allows and the policy doesn't. */
export const takenAway = ({ plan }: Diagnosis, policy: CorsPolicy): readonly Text[number][] =>
  plan === null || plan.keeps === null ? [] : beyond(merge([policy, plan.keeps]), policy)

/** Returns a sentence that says so if a policy leaves out the origin of the fetch that is looked at; else null. */
export function staysBlocked(
  { verdict }: Diagnosis,
  { origins }: CorsPolicy,
  { leftOut }: Asked,
): Text | null {
  const { origin } = verdict.exchange.facts
  const asker = origin.known ? origin.value : null
  if (asker === null || origins === '*' || origins.includes(asker)) return null
  return leftOut.some((one) => one.origin === asker)
    ? text`This request stays blocked: ${code(asker)} is left out.`
    : null
}

/** Returns the policy with the user's changes, or what is wrong with a field. */
export function draftedPolicy(
  policy: CorsPolicy,
  draft: PolicyDraft,
): CorsPolicy | { readonly invalid: Text } {
  const lists = new Map<PolicyKey, readonly string[]>()
  for (const key of Object.keys(draft) as PolicyKey[]) {
    const values = (draft[key] ?? '').split(/[\s,]+/).filter((value) => value !== '')
    lists.set(key, values)
  }
  const edit = policyEditOf(lists)
  return 'invalid' in edit ? edit : editPolicy(policy, edit)
}

/** Returns a policy as the text of its fields. */
export const fieldsOf = (policy: CorsPolicy): Readonly<Record<PolicyKey, string>> => ({
  origins: policy.origins === '*' ? '*' : policy.origins.join('\n'),
  methods: policy.methods.join(', '),
  headers: policy.headers.join(', '),
  exposed: policy.exposed.join(', '),
  credentials: String(policy.credentials),
  'max-age': policy.maxAge === null ? '' : String(policy.maxAge),
})

/** Returns the generator of that name, else the first one. */
export const generatorNamed = (id: string | null): Generator => writerNamed(id) ?? generators[0]

/**
 * Returns the generator to show for a fetch: the user's choice for its API, else the one recognized from its responses,
 * else the last choice. `why` has the signs; null if it wasn't recognized.
 */
export function generatorFor(
  { plan }: Diagnosis,
  chosen: string | null,
  remembered: string | null,
): { readonly generator: Generator; readonly why: Text | null } {
  const guessed = guessedGenerator(plan?.frameworks ?? [], plan?.layer ?? null)
  const generator = generatorNamed(chosen ?? guessed?.generator.id ?? remembered)
  return { generator, why: guessed?.generator.id === generator.id ? guessed.guess.why : null }
}

/**
 * Returns the configuration that implements a policy, with checks that call a URL of the fetch. `originsFromEnv` is the
 * environment variable that it reads the origins from.
 */
export const snippetFor = (
  generator: Generator,
  policy: CorsPolicy,
  target: string,
  { verdict }: Diagnosis,
  originsFromEnv: string | null = null,
): Snippet | Unsupported => {
  const asked = checkedUrl(target, [verdict.exchange.url])
  return generator.generate(policy, wholeRedaction.url(asked), { originsFromEnv })
}

/** Returns a draft that allows one more origin than a policy. */
export const draftWith = (draft: PolicyDraft, policy: CorsPolicy, origin: string): PolicyDraft => ({
  ...draft,
  origins: `${draft.origins ?? fieldsOf(policy).origins}\n${origin}`,
})

/** Reports whether a policy allows every website, without credentials. */
export const isForAll = (policy: Readonly<Record<PolicyKey, string>>): boolean =>
  policy.origins.trim() === PUBLIC_API.origins && policy.credentials === String(PUBLIC_API.credentials)

/** Returns a draft that allows every website, without credentials, or none that does. */
export function draftForAll(draft: PolicyDraft, forAll: boolean): PolicyDraft {
  const { origins: _, credentials: __, ...others } = draft
  const { origins, credentials } = PUBLIC_API
  return forAll ? { ...others, origins, credentials: String(credentials) } : others
}

/** The configuration for a fetch with the user's choices. */
export interface ServerFixView {
  readonly asked: Asked
  readonly draft: PolicyDraft
  readonly policy: CorsPolicy | { readonly invalid: Text }
  readonly generator: Generator
  readonly why: Text | null
  /** null while the policy isn't valid. */
  readonly snippet: Snippet | Unsupported | null
}

const AS_ASKED: PolicyDraft = {}

/** Returns the configuration of a server with the user's choices. */
export function serverFixOf(
  diagnosis: Diagnosis,
  asked: Asked,
  detail: DetailState,
  remembered: string | null,
): ServerFixView {
  const draft = detail.drafts.get(asked.target) ?? AS_ASKED
  const policy = draftedPolicy(asked.policy, draft)
  const chosen = detail.frameworks.get(asked.target) ?? null
  const { generator, why } = generatorFor(diagnosis, chosen, remembered)
  const name = detail.envNames.get(asked.target) ?? ''
  // A name that isn't one yet is being typed.
  const fromEnv = isEnvName(name) && !('invalid' in policy) && policy.origins !== '*' ? name : null
  const snippet = 'invalid' in policy ? null : snippetFor(generator, policy, asked.target, diagnosis, fromEnv)
  return { asked, draft, policy, generator, why, snippet }
}
