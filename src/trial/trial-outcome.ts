import type { EngineId } from '../engines/engine.ts'
import { engineOf } from '../engines/index.ts'
import type { Exchange } from '../evidence/exchange.ts'
import { hypotheses } from '../evidence/hypotheses.ts'
import { mainFetch } from '../fetch/main-fetch.ts'
import type { Network, NetworkResult } from '../fetch/network.ts'
import { originOf, serializeRequestOrigin } from '../fetch/origin.ts'
import { currentUrl } from '../fetch/request.ts'
import { isOkStatus } from '../fetch/response.ts'
import { isSentTwice } from './is-sent-twice.ts'
import type { Trial } from './trial.ts'
import { underTrial } from './trial-headers.ts'

/** The verdict on a fetch under a trial; `unknown` if the recording leaves it open. */
export type TrialOutcome = 'allowed' | 'blocked' | 'unknown'

/**
 * Returns the outcome of a recorded fetch while a trial is active: the rules are applied to the recorded statuses with
 * the trial's headers, for every possibility that the recording leaves. What the recording shows of the outcome comes
 * first.
 */
export function trialOutcome(exchange: Exchange, trial: Trial, engine: EngineId): TrialOutcome {
  // The browser has decided: rules of one tab don't reach a service worker, for one.
  if (exchange.tried?.outcome === 'shared') return 'allowed'
  if (exchange.tried?.outcome === 'blocked') return exchange.tried.elsewhere ? 'unknown' : 'blocked'
  if (engine === 'firefox' && isSentTwice(exchange)) return 'blocked'
  const { implementation } = engineOf(engine)
  const outcomes = hypotheses(exchange).map(
    ({ request, network }) => mainFetch(request, changed(network, trial), implementation).type,
  )
  if (outcomes.length === 0) return 'unknown'
  if (outcomes.every((type) => type === 'shared')) return 'allowed'
  if (outcomes.every((type) => type === 'blocked')) return 'blocked'
  return 'unknown'
}

function changed(network: Network, trial: Trial): Network {
  const change = (
    result: NetworkResult,
    url: string,
    origin: string,
    phase: 'preflight' | 'actual',
  ): NetworkResult => {
    if (result.type !== 'response' || originOf(url) !== trial.target || origin !== trial.origin) return result
    const { status, headerList } = result.response
    const answered = phase === 'preflight' && trial.answersPreflights && !isOkStatus(status)
    return {
      type: 'response',
      response: {
        status: answered ? 204 : status,
        headerList: underTrial(answered ? [] : headerList, trial, phase),
      },
    }
  }
  return {
    preflight: (request, hop) =>
      change(network.preflight(request, hop), request.url, request.origin, 'preflight'),
    actual: (request, hop) =>
      change(
        network.actual(request, hop),
        currentUrl(request),
        serializeRequestOrigin(request.origin, request.urlList),
        'actual',
      ),
  }
}
