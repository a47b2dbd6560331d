import {
  type Diagnosis,
  type Exchange,
  entryOf,
  exchangeId,
  seenHeaders,
  type Trial,
  trialOutcome,
} from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { pathAndQueryOf } from '../parts/short-url.ts'
import { diagnosesIn } from '../state/listed.ts'
import type { Session } from '../state/session.ts'
import { useStore } from '../state/use-store.ts'
import { trialStrings } from './trial-strings.ts'

export interface TrialResultsProps {
  readonly trial: Trial
  readonly since: number
  readonly session: Session
}

/** More requests of a trial than this aren't listed. */
const MOST = 20

/** The requests that the page has made under a trial, and what became of them. */
export function TrialResults({ trial, since, session }: TrialResultsProps) {
  const { diagnoses } = useStore(session.store)
  const tried = diagnosesIn(diagnoses).filter((one) => isTried(one, trial, since))
  return (
    <>
      <p>
        <strong>{trialStrings.results}</strong>
      </p>
      {tried.length === 0 ? (
        <p class="dim">{trialStrings.none}</p>
      ) : (
        <ul class="trial-results">
          {tried.slice(-MOST).map((one) => {
            const { exchange } = one.verdict
            const outcome = outcomeOf(one, trial, session.browser)
            return (
              <li key={exchangeId(exchange)} class={outcome}>
                <code title={redaction.url(exchange.url)}>
                  {redaction.value(exchange.method)} {pathAndQueryOf(redaction.url(exchange.url))}
                </code>
                : {trialStrings.outcome[outcome]}
                <SeenHeaderLines diagnosis={one} trial={trial} />
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

function SeenHeaderLines({ diagnosis, trial }: { readonly diagnosis: Diagnosis; readonly trial: Trial }) {
  const lines = (headers: readonly { readonly name: string; readonly value: string }[]): string =>
    headers.length === 0
      ? trialStrings.noHeaders
      : headers.map(({ name, value }) => `${name}: ${redaction.value(value)}`).join('\n')
  return (
    <details>
      <summary>{trialStrings.headers}</summary>
      {seenHeaders(diagnosis.verdict.exchange, trial).map(({ phase, status, sent, seen }, i) => (
        <div key={i} class="trial-headers">
          <div>
            <p>
              {sent === null
                ? trialStrings.notAsked(trialStrings.phase[phase])
                : trialStrings.wire(trialStrings.phase[phase], status)}
            </p>
            {sent !== null && <pre>{lines(sent)}</pre>}
          </div>
          <div>
            <p>{trialStrings.seen}</p>
            <pre>{lines(seen)}</pre>
          </div>
        </div>
      ))}
    </details>
  )
}

function isTried({ verdict: { exchange } }: Diagnosis, { target }: Trial, since: number): boolean {
  if (exchange.tried === undefined) return false
  const first = entryOf(exchange.chain[0])
  return (
    (first.started ?? 0) >= since &&
    exchange.chain.some((hop) => entryOf(hop).request.url.startsWith(`${target}/`))
  )
}

function outcomeOf(
  { verdict }: Diagnosis,
  trial: Trial,
  browser: Session['browser'],
): keyof typeof trialStrings.outcome {
  if (verdict.type === 'shared')
    return isServersOwn(verdict.exchange, trial) ? 'allowed anyway' : 'allowed here'
  return trialOutcome(verdict.exchange, trial, browser)
}

/** Reports whether the recording has every response of the server that decides, preflights included. */
const isServersOwn = ({ chain, facts }: Exchange, { redirected }: Trial): boolean =>
  (facts.preflightNeeded.known && !facts.preflightNeeded.value) ||
  chain.every(({ preflight }) => preflight !== null && !redirected.includes(preflight.request.url))
