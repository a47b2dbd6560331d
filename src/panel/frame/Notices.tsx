import { frameStrings } from '../parts/frame-strings.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { LateNotice } from './LateNotice.tsx'
import { MissedNotice } from './MissedNotice.tsx'

export interface NoticesProps {
  readonly session: Session
  readonly state: State
  /** Without any request, the empty state says the same. */
  readonly hasRequests: boolean
}

/** What went wrong, below the list: above it, a notice that comes would move the row under the mouse. */
export const Notices = ({ session, state, hasRequests }: NoticesProps) => (
  <>
    {state.failure !== null && (
      <p class="failure" role="alert">
        <span>{state.failure}</span>
        <button type="button" onClick={() => session.store.dispatch({ type: 'failed', message: null })}>
          {frameStrings.dismiss}
        </button>
      </p>
    )}
    {state.missed !== null && <MissedNotice missed={state.missed} session={session} />}
    {state.late !== null && state.late > 0 && hasRequests && (
      <LateNotice missing={state.late} session={session} />
    )}
  </>
)
