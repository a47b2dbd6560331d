import type { Explanation } from '../../internal.ts'
import { strings } from '../strings.ts'
import { Section } from './Section.tsx'
import { Words } from './Words.tsx'

/** What would block the request next, and why it was preflighted. */
export function NextFailures({ explanation }: { readonly explanation: Explanation }) {
  const { alsoFailing, preflight } = explanation
  return (
    <>
      {alsoFailing.length > 0 && (
        <Section title={strings.next}>
          <ul>
            {alsoFailing.map(({ rule, summary, assumption }, i) => (
              <li key={`${rule}${i}`}>
                <Words text={summary} />
                {assumption !== null && (
                  <i>
                    {' '}
                    <Words text={assumption} />
                  </i>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {preflight !== null && (
        <Section title={strings.whyPreflight}>
          <p>
            <Words text={preflight.why} /> {preflight.avoid !== null && <Words text={preflight.avoid} />}
          </p>
        </Section>
      )}
    </>
  )
}
