import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Diagnosis } from '../../internal.ts'
import { CopyFix } from '../fix/CopyFix.tsx'
import { FixTab } from '../fix/FixTab.tsx'
import { type DetailTab, detailTabs } from '../parts/detail-tabs.ts'
import { strings, tabWords } from '../parts/strings.ts'
import { Tabs, tabId } from '../parts/Tabs.tsx'
import { triedWords } from '../parts/tried-words.ts'
import { usePrinting } from '../parts/use-printing.ts'
import { remember, remembered } from '../state/remembered.ts'
import { idOf } from '../state/selection.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { useStorePart } from '../state/use-store.ts'
import { WhatIfTab } from '../what-if/WhatIfTab.tsx'
import { CopyMenu } from './CopyMenu.tsx'
import { ExchangeTab } from './exchange/ExchangeTab.tsx'
import { HeadersTab } from './headers/HeadersTab.tsx'
import { RequestLine } from './RequestLine.tsx'
import { WhyTab } from './why/WhyTab.tsx'

export interface DetailProps {
  readonly session: Session
  readonly diagnosis: Diagnosis
  readonly onBack: () => void
}

const CONTENT = 'explanation'
/** Another way than the one on paper isn't unfolded there. */
const FOLDED = 'details:not(.foreign)' as 'details'
const PRINTED: readonly DetailTab[] = detailTabs.filter((one) => one !== 'what-if')
const tabOf = ({ detail }: State): DetailTab | null => detail.tab

/** Everything about one fetch, in tabs; the chosen one is remembered. */
export function Detail({ session, diagnosis, onBack }: DetailProps) {
  const { store } = session
  const tab = useStorePart(store, tabOf) ?? rememberedTab()
  const scroller = useRef<HTMLDivElement>(null)
  const id = idOf(diagnosis)
  const { tried } = diagnosis.verdict.exchange
  // Another request or tab begins at the top; an update of the same one keeps the scroll position.
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [id, tab])
  // Paper has all tabs, and nobody can unfold anything there.
  const printing = usePrinting()
  useLayoutEffect(() => {
    if (printing) for (const one of scroller.current?.querySelectorAll(FOLDED) ?? []) one.open = true
  }, [printing])
  const contentOf = (one: DetailTab) => {
    if (one === 'why') return <WhyTab diagnosis={diagnosis} session={session} />
    if (one === 'fix') return <FixTab diagnosis={diagnosis} session={session} />
    if (one === 'exchange') return <ExchangeTab diagnosis={diagnosis} />
    if (one === 'headers') return <HeadersTab diagnosis={diagnosis} />
    return <WhatIfTab diagnosis={diagnosis} session={session} />
  }
  const choose = (chosen: DetailTab): void => {
    remember('tab', chosen)
    store.dispatch({ type: 'tab', tab: chosen })
  }
  return (
    <>
      <div class="bar">
        <button type="button" class="back" aria-label={strings.back} title={strings.back} onClick={onBack}>
          ‹
        </button>
        <RequestLine diagnosis={diagnosis} />
        <CopyFix diagnosis={diagnosis} session={session} onOpen={() => choose('fix')} />
        <CopyMenu session={session} diagnosis={diagnosis} />
      </div>
      <Tabs
        label={strings.detail}
        tabs={detailTabs.map((one) => ({ id: one, title: tabWords[one] }))}
        chosen={tab}
        controls={CONTENT}
        onChoose={choose}
      />
      <div
        ref={scroller}
        id={CONTENT}
        class="explanation"
        role="tabpanel"
        aria-labelledby={tabId(tab)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // DevTools would open its drawer.
          event.stopPropagation()
          onBack()
        }}
      >
        {tried !== undefined && <p class="trial-note">{triedWords.note[tried.outcome]}</p>}
        {printing
          ? PRINTED.map((one) => (
              <section key={one} class="printed">
                <h2>{tabWords[one]}</h2>
                {contentOf(one)}
              </section>
            ))
          : contentOf(tab)}
      </div>
    </>
  )
}

function rememberedTab(): DetailTab {
  const found = remembered('tab')
  return detailTabs.find((one) => one === found) ?? 'why'
}
