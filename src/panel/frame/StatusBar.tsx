import { frameStrings } from '../parts/frame-strings.ts'
import { redaction } from '../parts/redaction.ts'
import { bugNotice } from '../state/bug-notice.ts'
import type { State } from '../state/state.ts'

/** One line at the bottom: what was counted, what is under way, what went wrong. Its height never changes. */
export function StatusBar({ state, tally }: { readonly state: State; readonly tally: string }) {
  const skipped = state.sources.reduce((sum, source) => sum + source.skipped.length, 0)
  const files = state.sources.filter(({ entries }) => entries > 0).map(({ recording }) => recording.name)
  // What throws shows when it is read, so the list can grow without new diagnoses.
  const bug = bugNotice(state.diagnoses)
  const parts = [
    tally,
    ...(files.length > 0 ? [files.join(', ')] : []),
    ...(skipped > 0 ? [frameStrings.skipped(skipped)] : []),
    ...state.sources.flatMap(({ recording, truncated }) =>
      truncated === null ? [] : [frameStrings.truncated(recording.name)],
    ),
    ...(state.waiting > 0 ? [frameStrings.waiting(state.waiting)] : []),
    ...(state.watching ? [frameStrings.watching] : []),
    ...(state.paused ? [frameStrings.pausedTitle] : []),
    ...(state.stoppedByMode.length > 0
      ? [frameStrings.stoppedByMode(state.stoppedByMode.map(redaction.url))]
      : []),
    ...(bug === null ? [] : [bug]),
  ]
  return (
    <footer class="status">
      {parts.map((part, i) => (
        <span key={i}>{part}</span>
      ))}
    </footer>
  )
}
