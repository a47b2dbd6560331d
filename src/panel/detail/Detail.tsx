import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Diagnosis, SectionId } from '../../internal.ts'
import { strings } from '../parts/strings.ts'
import { explained } from '../state/explained.ts'
import { idOf } from '../state/selection.ts'
import type { Session } from '../state/session.ts'
import { Checks } from './Checks.tsx'
import { CopyMenu } from './CopyMenu.tsx'
import { Demands } from './Demands.tsx'
import { Initiator } from './Initiator.tsx'
import { Lead } from './Lead.tsx'
import { RawHeaders } from './RawHeaders.tsx'
import { RequestLine } from './RequestLine.tsx'
import { SectionOf } from './SectionOf.tsx'

export interface DetailProps {
  readonly session: Session
  readonly diagnosis: Diagnosis
  readonly onBack: () => void
}

/** The sections that people see without scrolling. */
const FIRST: ReadonlySet<SectionId> = new Set<SectionId>(['reason', 'exchange'])

/** Everything about one fetch, what matters most first. */
export function Detail({ session, diagnosis, onBack }: DetailProps) {
  const explanation = explained(diagnosis)
  const scroller = useRef<HTMLDivElement>(null)
  const id = idOf(diagnosis)
  // Another request begins at its top; an update of the same one stays where the reader is.
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [id])
  // What lies below the first screen follows in a task of its own: the first drawing, by code that
  // has never run, would otherwise be felt.
  const [whole, setWhole] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWhole(true), 0)
    return () => clearTimeout(timer)
  }, [])
  const sectionsWhere = (wanted: (id: SectionId) => boolean) =>
    explanation.sections
      .filter((section) => wanted(section.id))
      .map((section) => (
        <SectionOf key={section.id} section={section} diagnosis={diagnosis} session={session} />
      ))
  return (
    <>
      <div class="bar">
        <button type="button" class="back" aria-label={strings.back} title={strings.back} onClick={onBack}>
          ‹
        </button>
        <RequestLine diagnosis={diagnosis} />
        {diagnosis.plan !== null && (
          <button type="button" title={strings.fixHint} onClick={showFix}>
            {strings.fix}
          </button>
        )}
        <CopyMenu session={session} diagnosis={diagnosis} />
      </div>
      <article
        ref={scroller}
        id="explanation"
        class="explanation"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        aria-label={strings.detail}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // DevTools would open its drawer.
          event.stopPropagation()
          onBack()
        }}
      >
        <Lead explanation={explanation} />
        {sectionsWhere((id) => FIRST.has(id))}
        <Demands diagnosis={diagnosis} />
        {whole && (
          <>
            <Checks diagnosis={diagnosis} />
            {sectionsWhere((id) => !FIRST.has(id))}
            <RawHeaders diagnosis={diagnosis} />
            <Initiator diagnosis={diagnosis} session={session} />
          </>
        )}
      </article>
    </>
  )
}

/** Brings the fix into view, and the focus to it, so that the next Tab is its first control. */
function showFix(): void {
  const fix = document.getElementById('fix')
  const scroller = fix?.closest('.explanation')
  if (fix === null || !scroller) return
  fix.tabIndex = -1
  fix.focus({ preventScroll: true })
  // Not scrollIntoView(): that would scroll the panel around it too.
  scroller.scrollTop += fix.getBoundingClientRect().top - scroller.getBoundingClientRect().top
}
