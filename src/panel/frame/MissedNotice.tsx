import { frameStrings } from '../parts/frame-strings.ts'
import type { Session } from '../state/session.ts'
import type { Missed } from '../state/state.ts'

export interface MissedNoticeProps {
  readonly missed: Missed
  readonly session: Session
}

/** The notice that the browser hides requests, with the reason and how to get them. */
export const MissedNotice = ({ missed: { count, taken }, session }: MissedNoticeProps) => (
  <div class="failure missed" role="alert">
    <span>
      <b>{frameStrings.missedTitle(count)}.</b>{' '}
      {taken ? frameStrings.stillMissedText : frameStrings.missedText}
    </span>
    {!taken && (
      <button type="button" title={frameStrings.takeMissedHint} onClick={() => session.takeMissed()}>
        {frameStrings.takeMissed}
      </button>
    )}
  </div>
)
