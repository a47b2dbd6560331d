import { type Item, splitSentences } from '../../internal.ts'
import { Evidence } from './Evidence.tsx'
import { strings } from './strings.ts'
import { Words } from './Words.tsx'

/** As many words of one thing as are read at a glance. */
const WORDS = 45

/** One thing that is said: its first sentences; what follows and where the recording shows it are folded. */
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
