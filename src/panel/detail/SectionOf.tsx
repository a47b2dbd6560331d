import type { Diagnosis, Section as ExplainedSection } from '../../internal.ts'
import { FixPlan } from '../fix/FixPlan.tsx'
import { Items } from '../parts/Items.tsx'
import { Section } from '../parts/Section.tsx'
import type { Session } from '../state/session.ts'
import { Engines } from './Engines.tsx'
import { Sequence } from './Sequence.tsx'
import { Unknowns } from './Unknowns.tsx'

export interface SectionOfProps {
  readonly section: ExplainedSection
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** A section of the explanation: its title and what it says, drawn where that shows more. */
export function SectionOf({ section, diagnosis, session }: SectionOfProps) {
  const { id, title, items } = section
  return (
    <Section title={title} id={id}>
      {id === 'exchange' ? (
        <Sequence diagnosis={diagnosis} />
      ) : id === 'engines' ? (
        <Engines items={items} />
      ) : id === 'unknown' ? (
        <Unknowns items={items} diagnosis={diagnosis} session={session} />
      ) : id === 'fix' ? (
        <FixPlan items={items} diagnosis={diagnosis} session={session} />
      ) : (
        <Items items={items} />
      )}
    </Section>
  )
}
