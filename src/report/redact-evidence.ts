import type { Evidence } from '../evidence/fact.ts'
import type { Redaction } from '../redact/redact-text.ts'

/** Returns evidence as it may be shown: the field decides what kind of value it is. */
export function redactEvidence({ entry, field, value }: Evidence, redaction: Redaction): Evidence {
  const shownField = redaction.value(field)
  if (value === null) return { entry, field: shownField, value }
  const [, side, header] = /^(request|response)\.headers\.(.+)$/s.exec(field) ?? []
  if (header !== undefined) {
    const shown = redaction.header(header, value, side === 'request' ? 'request' : 'response')
    return { entry, field: shownField, value: shown }
  }
  const isUrl = /url|_initiator/i.test(field)
  return { entry, field: shownField, value: isUrl ? redaction.url(value) : redaction.value(value) }
}
