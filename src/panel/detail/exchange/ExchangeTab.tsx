import type { Diagnosis } from '../../../internal.ts'
import { Engines } from '../../parts/Engines.tsx'
import { Items } from '../../parts/Items.tsx'
import { Section } from '../../parts/Section.tsx'
import { explained } from '../../state/explained.ts'
import { sectionOf } from '../section-of.ts'
import { Checks } from './Checks.tsx'
import { Demands } from './Demands.tsx'
import { Sequence } from './Sequence.tsx'

/** The messages between page and server, what was needed and allowed, every check, and each browser's verdict. */
export function ExchangeTab({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const explanation = explained(diagnosis)
  const preflight = sectionOf(explanation, 'preflight')
  const engines = sectionOf(explanation, 'engines')
  return (
    <>
      <Section title={sectionOf(explanation, 'exchange').title}>
        <Sequence diagnosis={diagnosis} />
      </Section>
      {preflight.items.length > 0 && (
        <Section title={preflight.title}>
          <Items items={preflight.items} />
        </Section>
      )}
      <Demands diagnosis={diagnosis} />
      <Checks diagnosis={diagnosis} />
      {engines.items.length > 0 && (
        <Section title={engines.title}>
          <Engines engines={explanation.engines} />
        </Section>
      )}
    </>
  )
}
