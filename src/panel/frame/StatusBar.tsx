import { frameStrings } from '../parts/frame-strings.ts'
import { redaction } from '../parts/redaction.ts'
import type { Show } from '../parts/show.ts'
import { bugNotice } from '../state/bug-notice.ts'
import type { ListIndex } from '../state/list-index.ts'
import type { Listed } from '../state/listed.ts'
import type { Reading, State } from '../state/state.ts'

export interface StatusBarProps {
  readonly state: State
  readonly index: ListIndex
  readonly selected: Listed | null
  readonly counts: Record<Show, number>
  /** What has just been done. */
  readonly word: string
}

/** One line at the bottom: counts, progress and errors. Its height never changes. */
export function StatusBar({ state, index, selected, counts, word }: StatusBarProps) {
  const gone = [...state.removed.values()].reduce((sum, { count }) => sum + count, 0)
  const skipped = state.sources.reduce((sum, source) => sum + source.skipped.length, 0)
  const files = state.sources
    .filter(({ entries }) => entries > 0)
    .map(({ recording }) => redaction.value(recording.name))
  // Parts throw when they are first read: what is shown of a request can have more than what is listed.
  const bug = bugNotice(selected === null ? index.withBugs : [...index.withBugs, selected])
  const total = counts.all + counts['not cors']
  const parts = [
    ...(total > 0 ? [frameStrings.problems(index.blockedProblems, counts.blocked)] : []),
    ...(['warnings', 'depends', 'shared', 'not cors'] as const)
      .filter((show) => counts[show] > 0)
      .map((show) => `${counts[show].toLocaleString('en')} ${frameStrings.countOf[show]}`),
    ...(files.length > 0 ? [files.join(', ')] : []),
    ...(gone > 0 ? [frameStrings.removed(gone)] : []),
    ...(skipped > 0 ? [frameStrings.skipped(skipped)] : []),
    ...state.sources.flatMap(({ recording, truncated }) =>
      truncated === null ? [] : [frameStrings.truncated(redaction.value(recording.name))],
    ),
    ...(state.reading === null ? [] : [readingText(state.reading)]),
    ...(state.waiting > 0 ? [frameStrings.waiting(state.waiting)] : []),
    ...(state.watching ? [frameStrings.watching] : []),
    ...(state.paused ? [frameStrings.pausedTitle] : []),
    ...(state.stoppedByMode.length > 0
      ? [frameStrings.stoppedByMode(state.stoppedByMode.map(redaction.url))]
      : []),
    ...(bug === null ? [] : [redaction.value(bug)]),
  ]
  return (
    <footer class="status" title={parts.join(' · ')}>
      <span class="said" role="status">
        {word}
      </span>
      {parts.map((part, i) => (
        <span key={i} class="part">
          {part}
        </span>
      ))}
    </footer>
  )
}

const readingText = ({ name, read, size, entries }: Reading): string =>
  frameStrings.reading(
    redaction.value(name),
    Math.floor((100 * read) / Math.max(1, size)),
    frameStrings.requests(entries),
  )
