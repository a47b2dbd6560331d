import { type Explanation, policyLines, redacting } from '../../index.ts'
import { strings } from '../strings.ts'
import { Section } from './Section.tsx'
import { Words } from './Words.tsx'

/** What to change so that the request is shared, as the header lines that the server should send. */
export function FixPlan({ explanation: { plan } }: { readonly explanation: Explanation }) {
  if (plan === null) return null
  const lines = plan.policy === null ? [] : policyLines(plan.policy)
  const block = (title: string, preflightOnly: boolean) => {
    const own = lines.filter((line) => line.preflightOnly === preflightOnly)
    if (own.length === 0) return null
    return (
      <>
        <p>{title}</p>
        <pre>{own.map(({ name, value }) => `${name}: ${redacting.value(value)}`).join('\n')}</pre>
      </>
    )
  }
  return (
    <Section title={strings.fixOn(redacting.value(plan.target))}>
      {block(strings.onEvery, false)}
      {block(strings.onPreflight, true)}
      {plan.client.length > 0 && (
        <>
          <p>{strings.inPage}</p>
          <ul>
            {plan.client.map((text, i) => (
              <li key={i}>
                <Words text={text} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="dim">
        <Words text={plan.why} />
      </p>
    </Section>
  )
}
