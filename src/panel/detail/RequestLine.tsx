import type { Diagnosis } from '../../internal.ts'
import { MiddleText } from '../parts/MiddleText.tsx'
import { redaction } from '../parts/redaction.ts'
import { Tag, VerdictTag } from '../parts/Tag.tsx'
import { triedWords } from '../parts/tried-words.ts'

/** Verdict, method and URL of the explained fetch. */
export function RequestLine({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { type, exchange } = diagnosis.verdict
  return (
    <h1 class="request-line">
      <VerdictTag type={type} />
      {exchange.tried !== undefined && <Tag {...triedWords.tag} tone="maybe" />}
      <code>
        {redaction.value(exchange.method)} <MiddleText text={redaction.url(exchange.url)} />
      </code>
    </h1>
  )
}
