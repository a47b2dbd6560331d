import type { Network } from '../fetch/network.ts'
import type { FetchRequest } from '../fetch/request.ts'
import type { Assumptions } from './assumptions.ts'
import { type Exchange, plainExchange } from './exchange.ts'
import { type Fact, valuesOfFact } from './fact.ts'
import { methodOf } from './facts.ts'
import { recordedNetwork } from './recorded-network.ts'
import { possibleRedirectModes } from './redirect-modes.ts'

/** One possible combination of all facts about a fetch. */
export interface Hypothesis {
  /** What was assumed, by fact; empty if nothing was unknown. */
  readonly assumed: Assumptions
  readonly request: FetchRequest
  readonly network: Network
}

/**
 * Returns every possible combination of the facts that the recording doesn't decide, the usual one first; none if there
 * is nothing to try. There are mostly one to four, and never more than 32.
 */
export function hypotheses(exchange: Exchange): readonly Hypothesis[] {
  const { facts, chain } = exchange
  // The response that a 304 confirms, or that a copy repeats, isn't an assumption.
  const lacking = chain.find(({ actual, standIn }) => standIn !== null && actual?.response.status === 0)
  const standIn = lacking?.standIn ?? null
  const { preflightNeeded } = facts
  const hops = {
    ...plainExchange(exchange),
    preflightNeeded: preflightNeeded.known ? preflightNeeded.value : null,
  }
  const networks = [
    { network: recordedNetwork(hops, false), assumed: {} },
    ...(standIn === null
      ? []
      : [
          {
            network: recordedNetwork(hops, true),
            assumed: { response: standIn.index },
          },
        ]),
  ]
  // A check follows redirects.
  const redirectModes = exchange.recording.recordsOutcomes ? possibleRedirectModes(chain) : FOLLOW
  const result: Hypothesis[] = []
  for (const origin of valuesOfFact(facts.origin)) {
    for (const mode of valuesOfFact(facts.mode)) {
      for (const credentialsMode of valuesOfFact(facts.credentialsMode)) {
        for (const [i, headerList] of valuesOfFact(facts.headerList).entries()) {
          for (const { network, assumed } of networks) {
            for (const redirectMode of redirectModes) {
              result.push({
                assumed: {
                  ...assumed,
                  ...assumption('origin', facts.origin, origin),
                  ...assumption('mode', facts.mode, mode),
                  ...assumption('credentialsMode', facts.credentialsMode, credentialsMode),
                  ...assumption(
                    'headerList',
                    facts.headerList,
                    i === 0 ? 'set by the browser' : 'set by the page',
                  ),
                  ...(redirectMode === 'follow' ? {} : { redirectMode }),
                },
                request: {
                  method: methodOf(chain[0]),
                  urlList: [exchange.url],
                  origin,
                  mode,
                  credentialsMode,
                  redirectMode,
                  useCorsPreflightFlag: facts.useCorsPreflightFlag,
                  bodySourceIsNull: false,
                  headerList,
                },
                network,
              })
            }
          }
        }
      }
    }
  }
  // The usual redirect mode comes first, whatever else is open: the most likely comes first.
  return result.toSorted((a, b) => rank(a) - rank(b))
}

const FOLLOW = ['follow'] as const

const rank = ({ request }: Hypothesis): number => (request.redirectMode === 'follow' ? 0 : 1)

const assumption = <Name extends keyof Assumptions>(
  name: Name,
  fact: Fact<unknown>,
  value: NonNullable<Assumptions[Name]>,
): Assumptions => (fact.known || fact.candidates.length < 2 ? {} : { [name]: value })
