import type { EngineId } from '../../src/engines/engine.ts'
import { readHarText } from '../../src/har/read-har.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import type { Observation, Truths } from './observation.ts'
import type { Truth } from './truth.ts'
import { addressOf } from './urls.ts'

/** "undecided": not wrong, but not the browser's verdict either. */
export type Agreement = 'right' | 'undecided' | 'wrong'

/** What is said of one request. */
interface Said {
  readonly verdict: Verdict['type']
  readonly codes: readonly string[]
}

/** The requests to one URL: what the browser says of them, and what WhyCORS says. */
export interface Compared {
  readonly at: string
  readonly truths: readonly Truth[]
  readonly said: readonly Said[]
  readonly agreement: Agreement
}

/** Returns for each URL of a situation whether WhyCORS, from the recording alone, says what the browser does. */
export function compareSituation({ requests, har }: Observation, engine: EngineId): readonly Compared[] {
  const { recording, entries } = readHarText(JSON.stringify(har), 0, 'live')
  const verdicts = diagnosesOf(recording, entries, { engine, show: (value) => value }).map(
    ({ verdict }) => verdict,
  )
  const saidAt = new Map<string, Said[]>()
  for (const verdict of verdicts) {
    const at = addressOf(verdict.exchange.url)?.at ?? ''
    const said = { verdict: verdict.type, codes: verdict.engines[engine].codes }
    saidAt.set(at, [...(saidAt.get(at) ?? []), said])
  }
  const strangers = [...saidAt].filter(([at]) => !requests.some((request) => request.at === at))
  // An extension's redirect may hide the URL that the page asked for.
  const silent = requests.filter(({ at }) => !saidAt.has(at))
  const [hidden, shown] = silent.length === 1 && strangers.length === 1 ? [silent[0], strangers[0]] : []
  return [
    ...requests.map((truths) =>
      comparedAt(truths, (truths === hidden ? shown?.[1] : saidAt.get(truths.at)) ?? []),
    ),
    ...strangers
      .filter((stranger) => stranger !== shown)
      .map(([at, said]): Compared => ({ at, truths: [], said, agreement: agreementOnStrangers(said) })),
  ]
}

/** No request of the page began there: a redirect that is not followed in the recording. */
const agreementOnStrangers = (said: readonly Said[]): Agreement =>
  said.some(({ verdict }) => verdict === 'blocked' || verdict === 'unexplained') ? 'wrong' : 'undecided'

function comparedAt({ at, truths, ordered }: Truths, said: readonly Said[]): Compared {
  const compared = { at, truths, said }
  if (ordered && truths.length === said.length) {
    return { ...compared, agreement: worst(truths.map((truth, index) => agreementOn(truth, said[index]))) }
  }
  // Which is which, nobody says: each has to fit to one of the others, to one of its own if there are as many.
  if (truths.length === said.length) return { ...compared, agreement: worst(paired(truths, said)) }
  const ofTruths = truths.map((truth) =>
    said.length === 0 ? agreementOn(truth, undefined) : best(said.map((one) => agreementOn(truth, one))),
  )
  const ofSaid = said.map((one) => best(truths.map((truth) => agreementOn(truth, one))))
  return { ...compared, agreement: worst([...ofTruths, ...ofSaid]) }
}

/** Returns how well each truth fits to what it is given of what is said, the best that is left. */
function paired(truths: readonly Truth[], said: readonly Said[]): readonly Agreement[] {
  const left = [...said]
  return truths.map((truth) => {
    const agreements = left.map((one) => agreementOn(truth, one))
    const agreement = best(agreements)
    left.splice(agreements.indexOf(agreement), 1)
    return agreement
  })
}

const order = ['right', 'undecided', 'wrong'] as const

/** Without anything to choose from, nothing is said. */
const best = (agreements: readonly Agreement[]): Agreement =>
  order.find((agreement) => agreements.includes(agreement)) ?? 'undecided'

const worst = (agreements: readonly Agreement[]): Agreement =>
  order.findLast((agreement) => agreements.includes(agreement)) ?? 'undecided'

/** Firefox's word for whatever is not CORS's doing. */
const NETWORK = 'CORSDidNotSucceed'

function agreementOn(truth: Truth, said: Said | undefined): Agreement {
  if (said === undefined) return truth.is === 'outside' ? 'right' : 'undecided'
  const { verdict } = said
  const codes = said.codes.filter((code) => code !== NETWORK)
  if (truth.is === 'blocked') {
    if (verdict === 'shared' || verdict === 'not-cors') return 'wrong'
    if (verdict !== 'blocked' && verdict !== 'depends') return 'undecided'
    if (!codes.includes(truth.code)) return 'wrong'
    return verdict === 'blocked' && said.codes.length === 1 ? 'right' : 'undecided'
  }
  if (verdict === 'depends' || verdict === 'cannot-tell') return 'undecided'
  if (verdict === 'blocked') return truth.is === 'failed' && codes.length === 0 ? 'right' : 'wrong'
  switch (truth.is) {
    case 'shared':
      return verdict === 'shared' ? 'right' : 'wrong'
    case 'outside':
      return verdict === 'not-cors' ? 'right' : 'wrong'
    case 'passed':
      return verdict === 'unexplained' ? 'wrong' : 'right'
    case 'failed':
      return verdict === 'shared' ? 'undecided' : 'right'
    case 'broken':
      return 'right'
  }
}
