import { type Evidence as Place, redactEvidence } from '../../internal.ts'
import { redaction } from './redaction.ts'
import { strings } from './strings.ts'

/** The evidence in the recording; equal lines of several entries are shown once. */
export function Evidence({ evidence }: { readonly evidence: readonly Place[] }) {
  if (evidence.length === 0) return null
  const lines = evidence.map((one) => {
    const { field, value } = redactEvidence(one, redaction)
    const name = field.replace(/^(request|response)\.(headers\.)?/, '')
    return value === null ? strings.noHeader(name) : `${name}: ${value}`
  })
  return (
    <ul class="evidence dim">
      {[...new Set(lines)].map((line) => (
        <li key={line}>
          <code>{line}</code>
        </li>
      ))}
    </ul>
  )
}
