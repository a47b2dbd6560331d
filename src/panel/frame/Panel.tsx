import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Diagnosis } from '../../internal.ts'
import { Detail } from '../detail/Detail.tsx'
import { snippetOf } from '../fix/snippet-of.ts'
import { List } from '../list/List.tsx'
import { useView } from '../list/use-view.ts'
import { copyText } from '../parts/clipboard.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import { showAs } from '../parts/redaction.ts'
import { strings } from '../parts/strings.ts'
import { useWord } from '../parts/use-word.ts'
import { markdownOf } from '../state/exports.ts'
import { emptyIndex, selectedIn } from '../state/list-index.ts'
import type { Session } from '../state/session.ts'
import { useDiagnosis } from '../state/use-diagnosis.ts'
import { useStore } from '../state/use-store.ts'
import { countShown } from '../state/verdict-kind.ts'
import { Toolbar } from '../toolbar/Toolbar.tsx'
import { TrialBar } from '../trial/TrialBar.tsx'
import { WhatIfAlone } from '../what-if/WhatIfAlone.tsx'
import { DropTarget } from './DropTarget.tsx'
import { EmptyState } from './EmptyState.tsx'
import { Notices } from './Notices.tsx'
import { requestMenu } from './request-menu.ts'
import { Splitter } from './Splitter.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useKeys } from './use-keys.ts'

/** The whole panel: toolbar, list and explanation. */
export function Panel({ session }: { readonly session: Session }) {
  const { store } = session
  const state = useStore(store)
  showAs(session.redaction, state.settings.secrets)
  const list = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const [announced, setAnnounced] = useState('')
  const [word, say] = useWord()
  const { removed } = state
  const { grouping, sort } = state.settings
  const { view, isWorking } = useView({ ...state.list, grouping, sort, requests: state.diagnoses })
  const index = view?.index ?? emptyIndex
  const counts = useMemo(() => countShown(index.kinds, removed), [index, removed])
  const isEmpty = view === null || view.items.length === 0
  const listed = useMemo(() => selectedIn(index, state.selected), [index, state.selected])
  const selected = useDiagnosis(session, listed)
  useKeys(session, filterInput)

  const tally = frameStrings.counted(counts.all, counts.blocked)
  // Announced to screen readers when no more requests arrive, not at every batch.
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(counts.all === 0 ? '' : tally), 1000)
    return () => clearTimeout(timer)
  }, [tally, counts.all])
  useEffect(() => {
    document.title = frameStrings.panelTitle(counts.blocked)
  }, [counts.blocked])

  const copy = useCallback(
    (text: string, said: string = frameStrings.copied) => say(copyText(text) ? said : strings.copyFailed),
    [say],
  )
  const copyOf = (diagnosis: Diagnosis, what: 'snippet' | 'explanation'): void => {
    const snippet = what === 'snippet' ? snippetOf(diagnosis, session) : null
    if (what === 'explanation') copy(markdownOf(diagnosis, false))
    else if (snippet === null) say(frameStrings.noFix)
    else if (!snippet.isClear) {
      store.dispatch({ type: 'tab', tab: 'fix' })
      store.dispatch({ type: 'open', opened: true })
      say(frameStrings.chooseServer)
    } else copy(snippet.code, frameStrings.copiedFix(snippet.title))
  }

  // The frame, the first list and the first explanation are drawn by code that has never run: each has a task to itself.
  const [drawn, setDrawn] = useState<'frame' | 'list' | 'all'>('frame')
  const next = drawn === 'frame' ? 'list' : selected === null ? null : 'all'
  useEffect(() => {
    if (next === null || next === drawn) return undefined
    const timer = setTimeout(() => setDrawn(next), 0)
    return () => clearTimeout(timer)
  }, [drawn, next])

  // The same element isn't drawn again when other requests arrive.
  const detail = useMemo(() => {
    const back = (): void => {
      store.dispatch({ type: 'open', opened: false })
      list.current?.focus()
    }
    if (drawn !== 'all' && listed !== null) return null
    if (selected === null && listed !== null) return null
    return selected === null ? (
      <p class="hint">{frameStrings.selectHint}</p>
    ) : (
      <Detail session={session} diagnosis={selected} onBack={back} />
    )
  }, [selected, listed === null, session, drawn, state.settings.secrets])
  return (
    <DropTarget session={session}>
      <Toolbar
        session={session}
        state={state}
        index={index}
        counts={counts}
        filter={filterInput}
        onFiltered={() => list.current?.focus()}
      />
      <TrialBar trial={state.trial} session={session} onEnded={() => list.current?.focus()} />
      <main
        class={`columns${state.opened && listed !== null ? ' opened' : ''}${isEmpty ? ' empty' : ''}`}
        style={{ '--split': `${state.settings.split}%` }}
        aria-busy={isWorking}
      >
        {drawn !== 'frame' && !isEmpty && (
          // The first heading as long as no explanation, which has its own, is in view.
          <h1 class={`off-screen${selected === null || detail === null ? '' : ' beside'}`}>
            {frameStrings.list}
          </h1>
        )}
        {drawn === 'frame' || view === null ? null : isEmpty ? (
          state.detail.alone ? (
            <WhatIfAlone session={session} />
          ) : (
            <EmptyState session={session} state={state} counts={counts} />
          )
        ) : (
          <List
            session={session}
            state={state}
            view={view}
            chosen={listed}
            element={list}
            menuOf={(diagnosis) => requestMenu(diagnosis, session, copy)}
            onCopy={copyOf}
          />
        )}
        {drawn !== 'frame' && !isEmpty && (
          <>
            <Splitter share={state.settings.split} onChange={(split) => session.configure({ split })} />
            <section class="detail" aria-label={strings.detail}>
              {detail}
            </section>
          </>
        )}
      </main>
      <Notices session={session} state={state} hasRequests={counts.all > 0} />
      <StatusBar state={state} index={index} selected={listed} counts={counts} word={word} />
      <p class="off-screen" role="status">
        {announced}
      </p>
    </DropTarget>
  )
}
