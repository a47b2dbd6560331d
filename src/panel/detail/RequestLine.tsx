import { type Diagnosis, redacting } from '../../internal.ts'
import { VerdictTag } from '../parts/Tag.tsx'

/** Verdict, method and URL of the fetch that is explained. */
export function RequestLine({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { type, exchange } = diagnosis.verdict
  const url = redacting.url(exchange.url)
  return (
    <p class="request-line">
      <VerdictTag type={type} />
      <code title={url}>
        {redacting.value(exchange.method)} {url}
      </code>
    </p>
  )
}
