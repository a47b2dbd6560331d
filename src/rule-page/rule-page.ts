import type { EngineId } from '../engines/engine.ts'
import { engines } from '../engines/index.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import { currentUrl } from '../fetch/request.ts'
import { corsUnsafeRequestHeaderNames } from '../fetch/request-headers.ts'
import { type Algorithm, algorithmOf } from '../fetch/steps.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import { explainFailure, type RuleId } from '../rules/index.ts'
import type { Text } from '../text/text.ts'
import { exampleText } from './example-text.ts'
import { examples } from './examples.ts'
import { outcomeOfExample } from './outcome-of-example.ts'

/** The explanation of a rule, with an example instead of recorded values. */
export interface RulePage {
  readonly id: RuleId
  readonly means: string
  readonly step: { readonly algorithm: Algorithm; readonly url: string }
  readonly example: {
    /** What the page does. */
    readonly call: string
    /** Its requests and responses as header text; '' if nothing is sent. */
    readonly exchange: string
    /** What is wrong, and what to do. */
    readonly summary: Text
    readonly detail: Text
  }
  /** What each browser's console prints for the example. */
  readonly sentences: readonly Sentence[]
  /** What the server has to allow; null if no server configuration helps. */
  readonly policy: CorsPolicy | null
  readonly url: string
  /** The page's origin. */
  readonly origin: string
}

export interface Sentence {
  readonly engine: Exclude<EngineId, 'spec'>
  readonly title: string
  /** null: this browser's rules block something else first, or nothing. */
  readonly code: string | null
  readonly message: string | null
}

/** Returns the page of a rule. */
export function rulePage(id: RuleId): RulePage {
  const one = examples[id]
  const outcome = outcomeOfExample(one, engines.spec.implementation)
  if (outcome.type !== 'blocked') throw new Error(`the example of ${id} is not blocked`)
  const { failure } = outcome
  const { rule, args } = explainFailure(failure)
  return {
    id,
    means: rule.means,
    step: algorithmOf(failure.step),
    example: {
      call: one.call,
      exchange: exampleText(one),
      summary: rule.summary(args),
      detail: rule.detail(args),
    },
    sentences: (['chromium', 'firefox', 'webkit'] as const).map((engine) => sentenceOf(engine, id)),
    policy: rule.fix(args).some(({ type }) => type !== 'client') ? policyFor(failure) : null,
    url: currentUrl(failure.request),
    origin: one.request.origin,
  }
}

function sentenceOf(id: Sentence['engine'], rule: RuleId): Sentence {
  const { title, implementation, code, message } = engines[id]
  const outcome = outcomeOfExample(examples[rule], implementation)
  if (outcome.type !== 'blocked') return { engine: id, title, code: null, message: null }
  return {
    engine: id,
    title,
    code: code(outcome.failure),
    message: message(outcome.failure, { requestedBy: 'fetch', show: (value) => value }),
  }
}

/** Never `null`: any site can have a page with that origin. */
function policyFor({ request }: Failure): CorsPolicy | null {
  if (request.origin === 'null') return null
  return {
    origins: [request.origin],
    methods: [request.method.toUpperCase()],
    headers: corsUnsafeRequestHeaderNames(request.headerList, engines.spec.implementation).filter(
      (name) => !name.startsWith('access-control-'),
    ),
    exposed: [],
    credentials: request.credentialsMode === 'include',
    maxAge: null,
  }
}
