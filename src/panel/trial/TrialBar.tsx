import { useEffect, useRef } from 'preact/hooks'
import type { Session } from '../state/session.ts'
import type { TrialState } from '../state/trial-state.ts'
import { hostsOf } from './trial-messages.ts'
import { trialStrings } from './trial-strings.ts'

export interface TrialBarProps {
  readonly trial: TrialState
  readonly session: Session
  /** The bar has gone because one of its buttons was pressed, and the focus with it. */
  readonly onEnded: () => void
}

/** Says that a trial is active, as long as one is, and ends it. */
export function TrialBar({ trial, session, onEnded }: TrialBarProps) {
  const control = session.trial
  const wasPressed = useRef(false)
  const isActive = trial.phase === 'active'
  useEffect(() => {
    if (!isActive && wasPressed.current) onEnded()
    wasPressed.current = false
  }, [isActive])
  if (control === null || !isActive) return null
  const { origin, target } = trial.trial
  const hosts = hostsOf(trial.trial)
  const press = (end: () => unknown): void => {
    wasPressed.current = true
    end()
  }
  return (
    <div class="trial-bar" role="status">
      <span>{trialStrings.bar(origin, target)}</span>
      <label class="check">
        <input
          type="checkbox"
          checked={trial.pinned}
          onChange={(event) => control.pin(event.currentTarget.checked)}
        />
        {trialStrings.pin}
      </label>
      <button type="button" onClick={() => press(control.stop)}>
        {trialStrings.stop}
      </button>
      {!control.answersPreflights && (
        <button type="button" onClick={() => press(() => control.giveBack(hosts))}>
          {trialStrings.giveBack(hosts.join(', '))}
        </button>
      )}
    </div>
  )
}
