import { type Diagnosis, type Explanation, whatHappened, whoMustAct } from '../../../internal.ts'
import { Facts } from '../../parts/Facts.tsx'
import { Fold } from '../../parts/Fold.tsx'
import { Section } from '../../parts/Section.tsx'
import { strings } from '../../parts/strings.ts'
import { Words } from '../../parts/Words.tsx'
import { explained } from '../../state/explained.ts'
import type { Session } from '../../state/session.ts'
import { sectionOf } from '../section-of.ts'
import { CalledFrom, hasCaller } from './CalledFrom.tsx'
import { Lead } from './Lead.tsx'
import { Next } from './Next.tsx'
import { OtherReasons } from './OtherReasons.tsx'
import { Unknowns } from './Unknowns.tsx'
import { Warnings } from './Warnings.tsx'

export interface WhyTabProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** What is wrong, who must act, where the call was made, and what would fail next. The rest is folded. */
export function WhyTab({ diagnosis, session }: WhyTabProps) {
  const explanation = explained(diagnosis)
  const who = whoMustAct(explanation.plan)
  const happened = whatHappened(explanation)
  const next = sectionOf(explanation, 'next').items
  const warnings = sectionOf(explanation, 'warnings').items
  const unknown = sectionOf(explanation, 'unknown')
  const unknowns = <Unknowns items={unknown.items} diagnosis={diagnosis} session={session} />
  return (
    <>
      <Lead explanation={explanation} />
      <Facts
        facts={[
          [strings.whoMustAct, who !== null && <Words text={who} />],
          [
            strings.initiator,
            hasCaller(diagnosis, session) && <CalledFrom diagnosis={diagnosis} session={session} />,
          ],
          [strings.happened, happened !== null && <Words text={happened} />],
          [strings.next, next.length > 0 ? <Next items={next} /> : nothingNext(explanation)],
          [strings.warnings(warnings.length), warnings.length > 0 && <Warnings items={warnings} />],
        ]}
      />
      {isUndecided(explanation) && unknown.items.length > 0 && (
        <Section title={unknown.title}>{unknowns}</Section>
      )}
      <div class="folds">
        <OtherReasons explanation={explanation} />
        {!isUndecided(explanation) && unknown.items.length > 0 && (
          <Fold title={unknown.title} note={String(unknown.items.length)}>
            {unknowns}
          </Fold>
        )}
      </div>
    </>
  )
}

/** Without a verdict, the tab shows what isn't known. */
const isUndecided = ({ type }: Explanation): boolean => type === 'cannot-tell' || type === 'depends'

const nothingNext = ({ type, plan }: Explanation): string | false =>
  type === 'blocked' && plan?.promise === 'proven' && strings.nothingNext
