import type { Session } from '../state/session.ts'
import type { TrialState } from '../state/trial-state.ts'
import { hostsOf } from './trial-messages.ts'
import { trialStrings } from './trial-strings.ts'

/** Says that a trial is active, as long as one is, and ends it. */
export function TrialBar({ trial, session }: { readonly trial: TrialState; readonly session: Session }) {
  const control = session.trial
  if (control === null || trial.phase !== 'active') return null
  const { origin, target } = trial.trial
  return (
    <div class="trial-bar" role="status">
      <span>{trialStrings.bar(origin, target)}</span>
      <label>
        <input
          type="checkbox"
          checked={trial.pinned}
          onChange={(event) => control.pin(event.currentTarget.checked)}
        />
        {trialStrings.pin}
      </label>
      <button type="button" onClick={() => control.stop()}>
        {trialStrings.stop}
      </button>
      <button type="button" onClick={() => control.giveBack()}>
        {trialStrings.giveBack(hostsOf(trial.trial).join(', '))}
      </button>
    </div>
  )
}
