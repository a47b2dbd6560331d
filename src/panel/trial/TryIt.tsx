import { useContext, useState } from 'preact/hooks'
import { type CorsPolicy, type Diagnosis, trialOf, whyNotTriable } from '../../internal.ts'
import { Words } from '../parts/Words.tsx'
import type { Session } from '../state/session.ts'
import type { TrialEnd } from '../state/trial-state.ts'
import { useStore } from '../state/use-store.ts'
import { Access } from './access.ts'
import { TrialResults } from './TrialResults.tsx'
import { hostsOf } from './trial-messages.ts'
import { trialStrings } from './trial-strings.ts'

export interface TryItProps {
  readonly diagnosis: Diagnosis
  /** The policy as it's shown, edited or not; null where none helps. */
  readonly policy: CorsPolicy | null
  readonly session: Session
}

/** Applies the shown policy in the inspected tab, after the user has seen for which page and API. */
export function TryIt({ diagnosis, policy, session }: TryItProps) {
  const { trial: state } = useStore(session.store)
  const [confirming, setConfirming] = useState(false)
  const requestAccess = useContext(Access)
  const control = session.trial
  const { plan, verdict } = diagnosis
  if (control === null || plan === null) return null
  const { answersPreflights } = control
  const why = whyNotTriable({ verdict, plan, policy, answersPreflights })
  const trial = policy === null ? null : trialOf(verdict, plan, policy, answersPreflights)
  if (why !== null || trial === null)
    return (
      <section class="trial" aria-label={trialStrings.heading}>
        <p>
          <strong>{trialStrings.cannot}</strong> {why !== null && <Words text={why} />}
        </p>
      </section>
    )
  const hosts = hostsOf(trial)
  const isActive = state.phase === 'active' && state.trial.target === trial.target
  const isEdited = isActive && JSON.stringify(state.trial.policy) !== JSON.stringify(trial.policy)
  const begin = (): void => {
    setConfirming(false)
    const ended = (why: TrialEnd): void =>
      session.store.dispatch({ type: 'trial', trial: { phase: 'ended', trial, why } })
    const access = answersPreflights ? Promise.resolve('granted' as const) : requestAccess(hosts)
    const settled = access.then((answer) => {
      if (answer === 'refused') ended('refused')
      else control.start(trial)
    })
    settled.catch((error: unknown) => ended({ failed: String(error) }))
  }
  return (
    <section class="trial" aria-label={trialStrings.heading}>
      {confirming ? (
        <div class="trial-confirm">
          <p>{trialStrings.what(trial.origin, trial.target)}</p>
          {!answersPreflights && <p>{trialStrings.permission(hosts.join(', '))}</p>}
          <button type="button" class="primary" onClick={begin}>
            {trialStrings.confirm}
          </button>
          <button type="button" onClick={() => setConfirming(false)}>
            {trialStrings.cancel}
          </button>
        </div>
      ) : (
        (!isActive || isEdited) && (
          <button
            type="button"
            class="trial-start"
            disabled={state.phase === 'starting'}
            onClick={() => (isEdited ? control.start(trial) : setConfirming(true))}
          >
            {isEdited ? trialStrings.apply : trialStrings.start}
          </button>
        )
      )}
      <p role="status">{messageOf(state, isActive)}</p>
      {isActive && (
        <>
          {session.place === 'devtools' && (
            <button type="button" onClick={() => session.reload(false)}>
              {trialStrings.reload}
            </button>
          )}
          <TrialResults trial={state.trial} since={state.since} session={session} />
        </>
      )}
    </section>
  )
}

function messageOf(state: ReturnType<Session['store']['get']>['trial'], isActive: boolean): string {
  switch (state.phase) {
    case 'starting':
      return trialStrings.starting
    case 'asking':
      return trialStrings.asking
    case 'active':
      return isActive ? trialStrings.again : ''
    case 'ended':
      return typeof state.why === 'string'
        ? trialStrings.ended[state.why]
        : trialStrings.failed(state.why.failed)
    case 'none':
      return ''
  }
}
