import type { ComponentChildren } from 'preact'
import { frameStrings, showWords } from '../parts/frame-strings.ts'
import type { Show } from '../parts/show.ts'
import { strings } from '../parts/strings.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import type { Store } from '../state/store.ts'
import { OpenButton } from '../toolbar/OpenButton.tsx'
import { WhatIfButton } from '../what-if/WhatIfButton.tsx'

export interface EmptyStateProps {
  readonly session: Session
  readonly state: State
  readonly counts: Record<Show, number>
}

/** Shown if there are no requests: why, and what to do next. */
export function EmptyState({ session, state, counts }: EmptyStateProps) {
  const { store } = session
  const { show, filter } = state.list
  const hidden = counts.all + counts['not cors']
  if (filter === '' && show === 'blocked' && counts.all > 0)
    return <NothingBlocked counts={counts} store={store} />
  if (hidden > 0 && (filter !== '' || counts.all > 0)) {
    return (
      <Notice title={frameStrings.noMatchTitle} text={frameStrings.noMatchText(hidden)}>
        <button
          type="button"
          onClick={() => {
            store.dispatch({ type: 'filter', text: '' })
            store.dispatch({ type: 'show', show: 'all' })
          }}
        >
          {frameStrings.showAll}
        </button>
      </Notice>
    )
  }
  if (session.place === 'web page') {
    const { sample } = session
    return (
      <Notice title={frameStrings.webTitle} text={frameStrings.webText}>
        <OpenButton session={session} />
        {sample !== null && (
          <button
            type="button"
            onClick={() => void session.readFiles([{ name: 'sample.har', blob: new Blob([sample()]) }])}
          >
            {frameStrings.sample}
          </button>
        )}
        <WhatIfButton session={session} />
      </Notice>
    )
  }
  const [title, text] =
    state.late !== null
      ? [frameStrings.lateTitle, frameStrings.lateText(state.late)]
      : state.paused
        ? [frameStrings.pausedTitle, frameStrings.pausedText]
        : [frameStrings.emptyTitle, frameStrings.emptyText]
  return (
    <Notice title={title} text={text}>
      <button type="button" class="main" onClick={() => session.reload(false)}>
        {frameStrings.reload}
      </button>
      <button type="button" title={frameStrings.watchHint} onClick={() => session.reload(true)}>
        {strings.watch}
      </button>
      {state.paused && (
        <button type="button" onClick={() => session.pause(false)}>
          {frameStrings.resume}
        </button>
      )}
      <WhatIfButton session={session} />
    </Notice>
  )
}

/** The expected case. */
const NothingBlocked = ({
  counts,
  store,
}: {
  readonly counts: Record<Show, number>
  readonly store: Store
}) => {
  const kinds = (['warnings', 'depends', 'shared'] as const).filter((show) => counts[show] > 0)
  const rest = kinds.map((show) => `${counts[show].toLocaleString('en')} ${frameStrings.countOf[show]}`)
  return (
    <Notice title={frameStrings.nothingBlockedTitle} text={frameStrings.nothingBlockedText(rest.join(', '))}>
      {kinds.map((show) => (
        <button key={show} type="button" onClick={() => store.dispatch({ type: 'show', show })}>
          {frameStrings.showOnly(showWords[show])}
        </button>
      ))}
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
