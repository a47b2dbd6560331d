import { OpenButton } from '../detail/OpenButton.tsx'
import { Choice } from '../fix/Choice.tsx'
import { type Show, shows } from '../parts/show.ts'
import { showWords, strings } from '../parts/strings.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'

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
      <button type="button" title={strings.clearHint} onClick={session.clear}>
        {strings.clear}
      </button>
      <input
        type="search"
        class="filter"
        placeholder={strings.filter}
        aria-label={strings.filterLabel}
        spellcheck={false}
        value={state.filter}
        onInput={(event) => store.dispatch({ type: 'filter', text: event.currentTarget.value })}
      />
      <Choice
        name="show"
        label={strings.show}
        value={state.show}
        options={shows.map((show) => ({ value: show, label: showWords[show], count: counts[show] }))}
        onChange={(show) => store.dispatch({ type: 'show', show })}
      />
      <Choice
        name="grouping"
        label={strings.grouping}
        value={state.grouping}
        options={[
          { value: 'problem', label: strings.byProblem, count: null },
          { value: 'time', label: strings.byTime, count: null },
        ]}
        onChange={(grouping) => store.dispatch({ type: 'group by', grouping })}
      />
      <span class="gap" />
      {session.place === 'devtools' && (
        <button type="button" title={strings.watchHint} onClick={() => session.reload(true)}>
          {strings.watch}
        </button>
      )}
      <OpenButton session={session} />
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
        title={paused ? strings.resumeHint : strings.pauseHint}
        onClick={() => session.pause(!paused)}
      >
        {paused ? strings.resume : strings.pause}
      </button>
      <label class="check" title={strings.preserveHint}>
        <input
          type="checkbox"
          checked={preserveLog}
          onChange={(event) => session.preserveLog(event.currentTarget.checked)}
        />
        {strings.preserve}
      </label>
    </>
  )
}
