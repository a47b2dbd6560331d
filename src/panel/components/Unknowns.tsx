import type { Diagnosis, Explanation } from '../../internal.ts'
import type { Session } from '../session.ts'
import { strings } from '../strings.ts'
import { Section } from './Section.tsx'
import { Words } from './Words.tsx'

export interface UnknownsProps {
  readonly explanation: Explanation
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** What the recording leaves open and why; where watching the page would settle it, the way to do so. */
export function Unknowns({ explanation, diagnosis, session }: UnknownsProps) {
  const { unknown } = explanation
  if (unknown.length === 0) return null
  const { credentialsMode, mode } = diagnosis.verdict.exchange.facts
  const helps = session.place === 'devtools' && !(credentialsMode.known && mode.known)
  return (
    <Section title={strings.unknown}>
      <ul>
        {unknown.map((text, i) => (
          <li key={i}>
            <Words text={text} />
          </li>
        ))}
      </ul>
      {helps && (
        <p class="offer">
          <button type="button" onClick={() => session.reload(true)}>
            {strings.watch}
          </button>{' '}
          {strings.watchOffer}
        </p>
      )}
    </Section>
  )
}
