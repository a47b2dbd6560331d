import { frameStrings } from '../parts/frame-strings.ts'
import type { Session } from '../state/session.ts'

export interface LateNoticeProps {
  /** How many requests to other origins are missing. */
  readonly missing: number
  readonly session: Session
}

/** The notice that the list lacks requests made before DevTools was opened. It stays until dismissed. */
export const LateNotice = ({ missing, session }: LateNoticeProps) => (
  <div class="failure late" role="alert">
    <span>
      <b>{frameStrings.lateTitle}.</b> {frameStrings.lateText(missing)}
    </span>
    <span class="actions">
      <button type="button" onClick={() => session.reload(false)}>
        {frameStrings.reload}
      </button>
      <button type="button" onClick={() => session.store.dispatch({ type: 'late', requests: null })}>
        {frameStrings.dismiss}
      </button>
    </span>
  </div>
)
