import { useEffect, useMemo } from 'preact/hooks'
import { emptyExchange } from '../internal.ts'
import { DropTarget } from '../panel/frame/DropTarget.tsx'
import { Panel } from '../panel/frame/Panel.tsx'
import { findSelected } from '../panel/state/selection.ts'
import type { Session } from '../panel/state/session.ts'
import { useDiagnosis } from '../panel/state/use-diagnosis.ts'
import { useStore } from '../panel/state/use-store.ts'
import { EMPTY_FORM } from '../panel/what-if/empty-form.ts'
import { WhatIf } from '../panel/what-if/WhatIf.tsx'
import { AssumedBar } from './AssumedBar.tsx'
import { openForPrint } from './open-for-print.ts'
import { ReadingBar } from './ReadingBar.tsx'
import { RuleIndex } from './RuleIndex.tsx'
import { RuleView } from './RuleView.tsx'
import { type Route, RULES, START, WHAT_IF } from './route.ts'
import { ShareButton } from './ShareButton.tsx'
import { Start } from './Start.tsx'
import { useIntake } from './use-intake.ts'
import { useRoute } from './use-route.ts'
import { webStrings } from './web-strings.ts'

/** The website: its bar, and below it the page for the URL, or the requests of a recording. */
export function Site({ session: ofPanel }: { readonly session: Session }) {
  const state = useStore(ofPanel.store)
  const route = useRoute()
  const { session, answer, pasted, take, assume } = useIntake(ofPanel, route)
  const hasResults = state.sources.length > 0
  const listed = useMemo(
    () => findSelected(state.diagnoses, state.selected),
    [state.diagnoses, state.selected],
  )
  const selected = useDiagnosis(session, listed)
  const isResults = hasResults && (route.type === 'start' || route.type === 'link')
  useEffect(openForPrint, [])
  useEffect(() => {
    document.title = titleOf(route)
  }, [route])
  return (
    <div class={`site${isResults ? ' results' : ''}`}>
      <nav class="site-bar" aria-label={webStrings.nav}>
        <a class="site-name" href={START}>
          {webStrings.name}
        </a>
        <span class="site-links">
          {hasResults && !isResults && <a href={START}>{webStrings.results}</a>}
          <a href={RULES} aria-current={route.type === 'rules' || route.type === 'rule' ? 'page' : undefined}>
            {webStrings.rules}
          </a>
          <a href={WHAT_IF} aria-current={route.type === 'what if' ? 'page' : undefined}>
            {webStrings.whatIf}
          </a>
        </span>
        {isResults && selected !== null && <ShareButton session={session} diagnosis={selected} />}
      </nav>
      <ReadingBar session={session} state={state} />
      {isResults && route.type === 'link' && <p class="site-note">{webStrings.fromLink}</p>}
      {isResults && pasted !== null && <AssumedBar pasted={pasted} onChange={assume} />}
      {isResults ? (
        <Panel session={session} />
      ) : route.type === 'rules' ? (
        <RuleIndex />
      ) : route.type === 'rule' ? (
        <RuleView id={route.id} />
      ) : route.type === 'what if' ? (
        <main class="site-page">
          <h1>{webStrings.whatIfTitle}</h1>
          <WhatIf exchange={emptyExchange} id={EMPTY_FORM} session={session} />
        </main>
      ) : (
        <DropTarget session={session}>
          <Start session={session} answer={answer} failure={state.failure} onText={take} />
        </DropTarget>
      )}
    </div>
  )
}

function titleOf(route: Route): string {
  if (route.type === 'rule') return `${route.id} · ${webStrings.name}`
  if (route.type === 'rules') return `${webStrings.rules} · ${webStrings.name}`
  if (route.type === 'what if') return `${webStrings.whatIf} · ${webStrings.name}`
  return `${webStrings.name}: why was it blocked?`
}
