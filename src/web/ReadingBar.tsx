import { redaction } from '../panel/parts/redaction.ts'
import type { Session } from '../panel/state/session.ts'
import type { State } from '../panel/state/state.ts'
import { webStrings } from './web-strings.ts'

/** The progress of reading a file, with a button to stop. */
export function ReadingBar({
  session,
  state: { reading },
}: {
  readonly session: Session
  readonly state: State
}) {
  if (reading === null) return null
  const name = redaction.value(reading.name)
  return (
    <div class="site-note reading">
      <progress max={reading.size} value={reading.read} aria-label={name} />
      <span>{webStrings.reading({ ...reading, name })}</span>
      <button type="button" onClick={() => session.stopReading()}>
        {webStrings.cancel}
      </button>
    </div>
  )
}
