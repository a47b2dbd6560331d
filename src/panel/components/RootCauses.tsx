import type { Diagnosis } from '../../internal.ts'
import { strings } from '../strings.ts'
import { Evidence } from './Evidence.tsx'
import { Section } from './Section.tsx'
import { Words } from './Words.tsx'

/** What went wrong for it to come to this, the most certain first, with where the recording shows it. */
export function RootCauses({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { rootCauses, verdict } = diagnosis
  if (rootCauses.length === 0) return null
  return (
    <Section title={verdict.type === 'unexplained' ? strings.canBe : strings.likely}>
      <ul class="causes">
        {rootCauses.map((cause) => (
          <li key={cause.id}>
            <b>
              <Words text={cause.summary} />
            </b>{' '}
            <Words text={cause.detail} /> <span class="dim">{strings.confidence(cause.confidence)}</span>
            <Evidence evidence={cause.evidence} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
