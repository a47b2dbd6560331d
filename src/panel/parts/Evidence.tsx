import { LIMITS, type Evidence as Place, redactEvidence } from '../../internal.ts'
import { redaction } from './redaction.ts'
import { strings } from './strings.ts'
import { useCapped } from './use-capped.tsx'

/** The evidence in the recording; equal lines of several entries are shown once. */
export function Evidence({ evidence }: { readonly evidence: readonly Place[] }) {
  const lines = evidence.map((one) => {
    const { field, value } = redactEvidence(one, redaction)
    const name = field.replace(/^(request|response)\.(headers\.)?/, '')
    return value === null ? strings.noHeader(name) : `${name}: ${value}`
  })
  const { shown, others } = useCapped([...new Set(lines)], LIMITS.items)
  if (evidence.length === 0) return null
  return (
    <ul class="evidence dim">
      {shown.map((line) => (
        <li key={line}>
          <code>{line}</code>
        </li>
      ))}
      {others !== null && <li>{others}</li>}
    </ul>
  )
}
