import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { type CorsPolicy, type Diagnosis, trialOf, whyNotTriable } from '../../internal.ts'
import { Words } from '../parts/Words.tsx'
import type { Session } from '../state/session.ts'
import type { TrialEnd } from '../state/trial-state.ts'
import { useStore } from '../state/use-store.ts'
import { Access } from './access.ts'
import { GiveBack } from './GiveBack.tsx'
import { TrialResults } from './TrialResults.tsx'
import { hostsOf } from './trial-messages.ts'
import { trialStrings } from './trial-strings.ts'

export interface TryItProps {
  readonly diagnosis: Diagnosis
  /** The policy as it's shown, edited or not; null if none helps. */
  readonly policy: CorsPolicy | null
  readonly session: Session
}

/** Applies the shown policy in the inspected tab, after the user has seen for which page and API. */
export function TryIt({ diagnosis, policy, session }: TryItProps) {
  const { trial: state } = useStore(session.store)
  const [confirming, setConfirming] = useState(false)
  const [hasWorker, setHasWorker] = useState(false)
  const [refused, setRefused] = useState<TrialEnd | null>(null)
  const section = useRef<HTMLElement>(null)
  const holdsFocus = useRef(false)
  // Each step removes the button that was pressed, and the focus with it.
  useEffect(() => {
    const { activeElement, body } = document
    if (!holdsFocus.current) return
    if (activeElement === null || activeElement === body)
      section.current?.querySelector<HTMLElement>('button:enabled')?.focus()
    else holdsFocus.current = section.current?.contains(activeElement) === true
  })
  const requestAccess = useContext(Access)
  const control = session.trial
  const { plan, verdict } = diagnosis
  if (control === null) return null
  const { answersPreflights } = control
  const why = whyNotTriable({ verdict, plan, policy, answersPreflights, browser: session.browser })
  const trial = plan === null || policy === null ? null : trialOf(verdict, plan, policy, answersPreflights)
  if (why !== null || trial === null)
    return (
      <section class="trial" aria-label={trialStrings.heading}>
        <p>
          <strong>{trialStrings.cannot}</strong> {why !== null && <Words text={why} />}
        </p>
      </section>
    )
  const hosts = hostsOf(trial)
  const isActive =
    state.phase === 'active' && state.trial.target === trial.target && state.trial.origin === trial.origin
  const isEdited = isActive && JSON.stringify(state.trial.policy) !== JSON.stringify(trial.policy)
  const confirm = (wanted: boolean): void => {
    holdsFocus.current = true
    // A page that can't be asked has said nothing.
    if (wanted) void control.hasServiceWorker().then(setHasWorker, () => setHasWorker(false))
    setConfirming(wanted)
  }
  const begin = (): void => {
    confirm(false)
    setRefused(null)
    // A trial of another API that is active stays so until this one has its access.
    const access = answersPreflights ? Promise.resolve('granted' as const) : requestAccess(hosts)
    const settled = access.then((answer) => {
      if (answer === 'refused') setRefused('refused')
      else control.start(trial)
    })
    settled.catch((error: unknown) => setRefused({ failed: String(error) }))
  }
  return (
    <section class="trial" ref={section} aria-label={trialStrings.heading}>
      {confirming ? (
        <div class="trial-confirm">
          <p>
            <strong>{trialStrings.heading}</strong>
          </p>
          <p>{trialStrings.what(trial.origin, trial.target)}</p>
          {!answersPreflights && <p>{trialStrings.permission(hosts.join(', '))}</p>}
          {hasWorker && !answersPreflights && <p>{trialStrings.serviceWorker}</p>}
          <button type="button" class="main" onClick={begin}>
            {trialStrings.confirm}
          </button>
          <button type="button" onClick={() => confirm(false)}>
            {trialStrings.cancel}
          </button>
        </div>
      ) : (
        (!isActive || isEdited) && (
          <button
            type="button"
            class="trial-start"
            disabled={state.phase === 'starting'}
            onClick={() => (isEdited ? control.start(trial) : confirm(true))}
          >
            {isEdited ? trialStrings.apply : trialStrings.start}
          </button>
        )
      )}
      <p role="status">{refused === null ? messageOf(state, isActive) : endOf(refused)}</p>
      {!isActive && <GiveBack control={control} hosts={hosts} state={state} />}
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
      return endOf(state.why)
    case 'none':
      return ''
  }
}

const endOf = (why: TrialEnd): string =>
  typeof why === 'string' ? trialStrings.ended[why] : trialStrings.failed(why.failed)
