import type { Explanation } from '../../internal.ts'
import { strings } from '../strings.ts'
import { Section } from './Section.tsx'
import { Words } from './Words.tsx'

/** What is wrong though it does not block this request. */
export function Cautions({ explanation: { cautions } }: { readonly explanation: Explanation }) {
  if (cautions.length === 0) return null
  return (
    <Section title={strings.cautions}>
      <ul class="causes">
        {cautions.map((caution) => (
          <li key={caution.id}>
            <b>
              <Words text={caution.summary} />
            </b>{' '}
            <Words text={caution.detail} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
