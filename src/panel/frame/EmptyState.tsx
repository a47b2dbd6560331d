import type { ComponentChildren } from 'preact'
import { OpenButton } from '../detail/OpenButton.tsx'
import { strings } from '../parts/strings.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'

export interface EmptyStateProps {
  readonly session: Session
  readonly state: State
  /** How many requests the filter and the tab hide. */
  readonly hidden: number
}

/** What stands where no request does: why, and what to do next. */
export function EmptyState({ session, state, hidden }: EmptyStateProps) {
  const { store } = session
  if (hidden > 0) {
    return (
      <Notice title={strings.noMatchTitle} text={strings.noMatchText(hidden)}>
        <button
          type="button"
          onClick={() => {
            store.dispatch({ type: 'filter', text: '' })
            store.dispatch({ type: 'show', show: 'all' })
          }}
        >
          {strings.showAll}
        </button>
      </Notice>
    )
  }
  if (session.place === 'web page') {
    const { sample } = session
    return (
      <Notice title={strings.webTitle} text={strings.webText}>
        <OpenButton session={session} />
        {sample !== null && (
          <button
            type="button"
            onClick={() =>
              void session.readFiles([
                { name: 'sample.har', bytes: async () => new TextEncoder().encode(sample()) },
              ])
            }
          >
            {strings.sample}
          </button>
        )}
      </Notice>
    )
  }
  const [title, text] =
    state.late !== null
      ? [strings.lateTitle, strings.lateText(state.late)]
      : state.paused
        ? [strings.pausedTitle, strings.pausedText]
        : [strings.emptyTitle, strings.emptyText]
  return (
    <Notice title={title} text={text}>
      <button type="button" class="main" onClick={() => session.reload(false)}>
        {strings.reload}
      </button>
      <button type="button" title={strings.watchHint} onClick={() => session.reload(true)}>
        {strings.watch}
      </button>
      {state.paused && (
        <button type="button" onClick={() => session.pause(false)}>
          {strings.resume}
        </button>
      )}
    </Notice>
  )
}

interface NoticeProps {
  readonly title: string
  readonly text: string
  readonly children: ComponentChildren
}

const Notice = ({ title, text, children }: NoticeProps) => (
  <div class="notice">
    <h1>{title}</h1>
    <p>{text}</p>
    <div class="actions">{children}</div>
  </div>
)
