import { type Diagnosis, type Explanation, redacting, type Text } from '../../internal.ts'
import type { Session } from '../session.ts'
import { strings } from '../strings.ts'
import { ForeignApi } from './ForeignApi.tsx'
import { Section } from './Section.tsx'
import { ServerFix } from './ServerFix.tsx'
import { Words } from './Words.tsx'

export interface FixPlanProps {
  readonly explanation: Explanation
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** What to change so that the request is shared: in the page, and in whatever server answers it. */
export function FixPlan({ explanation: { plan }, diagnosis, session }: FixPlanProps) {
  if (plan === null) return null
  return (
    <Section title={strings.fixOn(redacting.value(plan.target))} id="fix">
      {plan.required.length > 0 && <p>{strings.inPage}</p>}
      <Advice of={plan.required} />
      <p class="dim">
        <Words text={plan.why} />
      </p>
      <Advice of={plan.alternatives} />
      {plan.policy !== null && <ServerFix diagnosis={diagnosis} session={session} />}
      <ForeignApi diagnosis={diagnosis} session={session} />
    </Section>
  )
}

function Advice({ of }: { readonly of: readonly Text[] }) {
  if (of.length === 0) return null
  return (
    <ul>
      {of.map((text, i) => (
        <li key={i}>
          <Words text={text} />
        </li>
      ))}
    </ul>
  )
}
