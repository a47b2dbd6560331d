import { type Evidence as Place, redactEvidence } from '../../internal.ts'
import { redaction } from './redaction.ts'
import { strings } from './strings.ts'

/** Where the recording shows something. */
export function Evidence({ evidence }: { readonly evidence: readonly Place[] }) {
  if (evidence.length === 0) return null
  return (
    <p class="evidence dim">
      {evidence.map((one, i) => {
        const { entry, field, value } = redactEvidence(one, redaction)
        const name = field.replace(/^(request|response)\.(headers\.)?/, '')
        return (
          <span key={i}>
            <code>{value === null ? strings.noHeader(name) : `${name}: ${value}`}</code>{' '}
            {strings.entry(entry)}
          </span>
        )
      })}
    </p>
  )
}
