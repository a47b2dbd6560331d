import type { Diagnosis } from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { VerdictTag } from '../parts/Tag.tsx'

/** Verdict, method and URL of the fetch that is explained. */
export function RequestLine({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { type, exchange } = diagnosis.verdict
  const url = redaction.url(exchange.url)
  return (
    <p class="request-line">
      <VerdictTag type={type} />
      <code title={url}>
        {redaction.value(exchange.method)} {url}
      </code>
    </p>
  )
}
