import type { Confidence } from '../evidence/confidence.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { appOriginOf } from '../knowledge/app-origins.ts'
import type { Siblings } from '../reading/siblings.ts'
import { code, list, type Text, text } from '../text/text.ts'
import { withCode } from '../text/with-code.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { FrameworkGuess } from './guess-framework.ts'
import type { PlanLayer } from './layer-of.ts'
import { type BarePlan, maySendCredentials, type Plan } from './plan.ts'
import { beyond } from './policy/beyond.ts'
import { grantedToday, isForEveryone } from './policy/granted-today.ts'
import { merge } from './policy/merge.ts'
import type { CorsPolicy } from './policy/policy.ts'
import { settings } from './settings/index.ts'
import { isReached, stillInTheWay } from './still-in-the-way.ts'
import { toFixFirst } from './to-fix-first.ts'

/** What a root cause means for the plan: whether CORS configuration can help. */
export interface KnownCause {
  readonly confidence: Confidence
  readonly configuration: 'fixes' | 'comes second' | 'has no part'
  readonly summary: Text
}

/** What is known about the API, apart from the fetch itself. */
export interface PlanContext {
  readonly siblings: Siblings
  readonly causes: readonly KnownCause[]
  readonly frameworks: readonly FrameworkGuess[]
}

/**
 * Completes the plan with what follows from the API's other responses and from the causes: what the server already allows
 * and the policy keeps, and what can be promised. Following the plan breaks nothing that works.
 */
export function completePlan(bare: BarePlan, verdict: Verdict, context: PlanContext): Plan {
  const { causes, frameworks, siblings } = context
  const [origin = null] = valuesOfFact(verdict.exchange.facts.origin)
  const known = causes.filter(({ confidence }) => confidence !== 'low')
  const product = productLayer(bare.layer, frameworks)
  const elsewhere = known.find(({ configuration }) => configuration === 'has no part')
  const second = known.find(({ configuration }) => configuration === 'comes second')
  const least = elsewhere === undefined ? bare.policy : null
  if (least === null)
    return {
      ...bare,
      policy: null,
      least: null,
      keeps: null,
      frameworks,
      promise: 'not by configuration',
      first: elsewhere === undefined ? null : toFixFirst(verdict, elsewhere.summary),
      why: elsewhere === undefined ? bare.why : NOT_BY_CONFIGURATION,
    }
  const granted = origin === null ? null : grantedToday(siblings, bare.target, origin)
  const keeps: CorsPolicy | null =
    granted !== null && !granted.credentials && isForEveryone(verdict)
      ? { ...granted, origins: '*', credentials: false }
      : granted
  const policy = keeps === null ? least : merge([least, keeps])
  const first =
    second === undefined ? stillInTheWay(verdict, policy, bare.target) : toFixFirst(verdict, second.summary)
  const isOpen = maySendCredentials(verdict, policy) || bare.required.length > 0
  return {
    ...bare,
    layer: product ?? bare.layer,
    policy,
    least,
    keeps,
    frameworks,
    first,
    promise: first !== null || isOpen || !isReached(verdict) ? 'conditional' : 'proven',
    why: [...(first === null ? bare.why : THEN), ...notesOn(policy, least, keeps)],
  }
}

/** The API's product, if the blocked response comes from an application: then its setting decides, not code. */
function productLayer(layer: PlanLayer | null, frameworks: readonly FrameworkGuess[]): PlanLayer | null {
  if (layer !== null && layer.who !== 'app') return null
  const [first] = frameworks
  if (first === undefined || first.confidence === 'low') return null
  const setting = settings.find(({ id }) => id === first.framework)
  return setting === undefined
    ? null
    : {
        who: 'product',
        id: setting.id,
        name: setting.title,
        evidence: first.evidence,
        certainty: first.confidence,
      }
}

const NOT_BY_CONFIGURATION = text`No CORS configuration changes this.`
const THEN = text`After that, this policy lets the page read the response.`

function notesOn(policy: CorsPolicy, least: CorsPolicy, keeps: CorsPolicy | null): Text {
  const kept = beyond(policy, least)
  const [app = null] = policy.origins === '*' ? [] : policy.origins.map(appOriginOf)
  return [
    ...(kept.length === 0
      ? []
      : text` It keeps what the server already allows: ${list(kept.length > MOST ? [...kept.slice(0, MOST), `${kept.length - MOST} more`] : kept)}.`),
    ...(keeps?.origins === '*' && policy.origins !== '*'
      ? text` It replaces ${code('*')}, so add the other websites that use this API.`
      : []),
    ...(app === null ? [] : [` This is the origin of ${app.of}. `, ...withCode(app.note)]),
  ]
}

const MOST = 3
