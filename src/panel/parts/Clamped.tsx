import { type Item, splitSentences } from '../../internal.ts'
import { Evidence } from './Evidence.tsx'
import { strings } from './strings.ts'
import { Words } from './Words.tsx'

/** How many words of one item are shown at first. */
const WORDS = 45

/** One item: its first sentences, with the rest and the evidence folded. */
export function Clamped({ item: { lead, text, evidence } }: { readonly item: Item }) {
  const [begin, rest] = splitSentences(text, WORDS)
  return (
    <>
      <p>
        {lead !== null && (
          <>
            <b>
              <Words text={lead} />
            </b>{' '}
          </>
        )}
        <Words text={begin} />
      </p>
      {(rest.length > 0 || evidence.length > 0) && (
        <details class="more">
          <summary>{rest.length > 0 ? strings.more : strings.evidence}</summary>
          {rest.length > 0 && (
            <p>
              <Words text={rest} />
            </p>
          )}
          <Evidence evidence={evidence} />
        </details>
      )}
    </>
  )
}
