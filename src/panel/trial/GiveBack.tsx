import { useEffect, useState } from 'preact/hooks'
import type { TrialControl, TrialState } from '../state/trial-state.ts'
import { trialStrings } from './trial-strings.ts'

export interface GiveBackProps {
  readonly control: TrialControl
  readonly hosts: readonly string[]
  /** Access may come and go with each change of it. */
  readonly state: TrialState
}

/** Gives back access that an earlier trial has left, where the browser still grants it. */
export function GiveBack({ control, hosts, state }: GiveBackProps) {
  const [isHeld, setIsHeld] = useState(false)
  const [isWider, setIsWider] = useState(false)
  const all = hosts.join(', ')
  const look = () => {
    let isCurrent = true
    const hear = (held: boolean): void => {
      if (isCurrent) setIsHeld(held)
    }
    // Without a background there is no access either.
    control.hasAccess(hosts).then(hear, () => hear(false))
    return () => {
      isCurrent = false
    }
  }
  useEffect(look, [all, state])
  if (!isHeld || control.answersPreflights) return null
  if (isWider) return <p role="status">{trialStrings.widerAccess}</p>
  const giveBack = (): void =>
    void control.giveBack(hosts).then(
      (isGone) => (isGone ? look() : setIsWider(true)),
      () => setIsWider(true),
    )
  return (
    <button type="button" onClick={giveBack}>
      {trialStrings.giveBack(all)}
    </button>
  )
}
