import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Detail } from '../detail/Detail.tsx'
import { List } from '../list/List.tsx'
import { frameStrings } from '../parts/frame-strings.ts'
import { showAs } from '../parts/redaction.ts'
import { strings } from '../parts/strings.ts'
import { filtered } from '../state/filter.ts'
import { findSelected } from '../state/selection.ts'
import type { Session } from '../state/session.ts'
import { useStore } from '../state/use-store.ts'
import { countShown } from '../state/verdict-kind.ts'
import { Toolbar } from '../toolbar/Toolbar.tsx'
import { TrialBar } from '../trial/TrialBar.tsx'
import { WhatIfAlone } from '../what-if/WhatIfAlone.tsx'
import { DropTarget } from './DropTarget.tsx'
import { EmptyState } from './EmptyState.tsx'
import { LateNotice } from './LateNotice.tsx'
import { MissedNotice } from './MissedNotice.tsx'
import { StatusBar } from './StatusBar.tsx'

/** The whole panel: what is recorded, the list of it, and why. */
export function Panel({ session }: { readonly session: Session }) {
  const { store } = session
  showAs(session.redaction)
  const state = useStore(store)
  const list = useRef<HTMLDivElement>(null)
  const [announced, setAnnounced] = useState('')
  const { diagnoses } = state
  const { show, filter } = state.list
  const counts = useMemo(() => countShown(diagnoses), [diagnoses])
  const shown = useMemo(() => filtered(diagnoses, show, filter), [diagnoses, show, filter])
  const selected = useMemo(() => findSelected(diagnoses, state.selected), [diagnoses, state.selected])

  const tally = frameStrings.counted(counts.all, counts.blocked)
  // Screen readers are told once it is quiet, not at every batch.
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(counts.all === 0 ? '' : tally), 1000)
    return () => clearTimeout(timer)
  }, [tally, counts.all])

  // The first list and the first explanation are both drawn by code that has never run: each has a task to itself.
  const [warm, setWarm] = useState(false)
  const waiting = selected !== null && !warm
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setWarm(true), 0)
    return () => clearTimeout(timer)
  }, [waiting])

  // The same element as before is not drawn again, however many other requests arrive.
  const detail = useMemo(() => {
    const back = (): void => {
      store.dispatch({ type: 'open', opened: false })
      list.current?.focus()
    }
    if (waiting) return null
    return selected === null ? (
      <p class="hint">{frameStrings.selectHint}</p>
    ) : (
      <Detail session={session} diagnosis={selected} onBack={back} />
    )
  }, [selected, session, waiting])
  return (
    <DropTarget session={session}>
      <Toolbar session={session} state={state} counts={counts} />
      {state.failure !== null && (
        <p class="failure" role="alert">
          <span>{state.failure}</span>
          <button type="button" onClick={() => store.dispatch({ type: 'failed', message: null })}>
            {frameStrings.dismiss}
          </button>
        </p>
      )}
      <TrialBar trial={state.trial} session={session} />
      {state.missed !== null && <MissedNotice missed={state.missed} session={session} />}
      {/* Without any request, the empty state says it. */}
      {state.late !== null && counts.all > 0 && <LateNotice missing={state.late} session={session} />}
      <main
        class={`columns${state.opened && selected !== null ? ' opened' : ''}${shown.length === 0 ? ' empty' : ''}`}
      >
        {shown.length === 0 ? (
          state.detail.alone ? (
            <WhatIfAlone session={session} />
          ) : (
            <EmptyState session={session} state={state} hidden={counts.all} />
          )
        ) : (
          <List session={session} state={state} diagnoses={shown} element={list} />
        )}
        {shown.length > 0 && (
          <section class="detail" aria-label={strings.detail}>
            {detail}
          </section>
        )}
      </main>
      <StatusBar state={state} tally={tally} />
      <p class="off-screen" role="status">
        {announced}
      </p>
    </DropTarget>
  )
}
