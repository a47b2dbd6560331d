import { type CorsPolicy, policyGroups } from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { strings } from '../parts/strings.ts'
import { Words } from '../parts/Words.tsx'

export interface PolicyHeadersProps {
  readonly policy: CorsPolicy
  /** The API origin that the policy is for. */
  readonly target: string
}

/** The policy as the header lines that the server should send. */
export const PolicyHeaders = ({ policy, target }: PolicyHeadersProps) => (
  <details>
    <summary>{strings.asHeaders}</summary>
    {policyGroups(policy, target).map(({ title, lines }, i) => (
      <div key={i}>
        <p>
          <Words text={title} />
        </p>
        <pre>{lines.map(({ name, value }) => `${name}: ${redaction.value(value)}`).join('\n')}</pre>
      </div>
    ))}
  </details>
)
