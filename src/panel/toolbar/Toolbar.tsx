import { SessionMenu } from '../export/SessionMenu.tsx'
import { Choice } from '../parts/Choice.tsx'
import { frameStrings, showWords } from '../parts/frame-strings.ts'
import { type Show, shows } from '../parts/show.ts'
import { strings } from '../parts/strings.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { OpenButton } from './OpenButton.tsx'

export interface ToolbarProps {
  readonly session: Session
  readonly state: State
  readonly counts: Record<Show, number>
}

/** Recording on the left, what the list shows in the middle, what can be loaded on the right. */
export function Toolbar({ session, state, counts }: ToolbarProps) {
  const { store } = session
  return (
    <header class="toolbar">
      {session.place === 'devtools' && <RecordingButtons session={session} state={state} />}
      <button type="button" title={frameStrings.clearHint} onClick={session.clear}>
        {frameStrings.clear}
      </button>
      <input
        type="search"
        class="filter"
        placeholder={frameStrings.filter}
        aria-label={frameStrings.filterLabel}
        spellcheck={false}
        value={state.list.filter}
        onInput={(event) => store.dispatch({ type: 'filter', text: event.currentTarget.value })}
      />
      <Choice
        name="show"
        label={frameStrings.show}
        value={state.list.show}
        options={shows.map((show) => ({ value: show, label: showWords[show], count: counts[show] }))}
        onChange={(show) => store.dispatch({ type: 'show', show })}
      />
      <Choice
        name="grouping"
        label={frameStrings.grouping}
        value={state.list.grouping}
        options={[
          { value: 'problem', label: frameStrings.byProblem, count: null },
          { value: 'time', label: frameStrings.byTime, count: null },
        ]}
        onChange={(grouping) => store.dispatch({ type: 'group by', grouping })}
      />
      <span class="gap" />
      {session.place === 'devtools' && (
        <button type="button" title={frameStrings.watchHint} onClick={() => session.reload(true)}>
          {strings.watch}
        </button>
      )}
      <OpenButton session={session} />
      <SessionMenu session={session} />
    </header>
  )
}

function RecordingButtons({ session, state }: { readonly session: Session; readonly state: State }) {
  const { paused, preserveLog } = state
  return (
    <>
      <button
        type="button"
        class="steady"
        aria-pressed={paused}
        title={paused ? frameStrings.resumeHint : frameStrings.pauseHint}
        onClick={() => session.pause(!paused)}
      >
        {paused ? frameStrings.resume : frameStrings.pause}
      </button>
      <label class="check" title={frameStrings.preserveHint}>
        <input
          type="checkbox"
          checked={preserveLog}
          onChange={(event) => session.preserveLog(event.currentTarget.checked)}
        />
        {frameStrings.preserve}
      </label>
    </>
  )
}
