import type { Diagnosis } from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { Section } from '../parts/Section.tsx'
import { fileNameOf } from '../parts/short-url.ts'
import { strings } from '../parts/strings.ts'
import type { Session } from '../state/session.ts'

export interface InitiatorProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** The line of the page's code that made the call; in DevTools it opens in Sources. */
export function Initiator({ diagnosis, session }: InitiatorProps) {
  const frame = diagnosis.verdict.exchange.chain[0].actual?.vendor.initiator?.frame ?? null
  if (frame === null) return null
  const { url, line, column } = frame
  const shown = redaction.url(url)
  const place = `${fileNameOf(shown)}:${line + 1}:${column + 1}`
  return (
    <Section title={strings.initiator}>
      <p>
        {session.place === 'devtools' ? (
          <button
            type="button"
            class="link"
            title={`${strings.openSource}: ${shown}`}
            onClick={() => void session.openSource(url, line, column)}
          >
            {place}
          </button>
        ) : (
          <code title={shown}>{place}</code>
        )}{' '}
        <span class="dim">{shown}</span>
      </p>
    </Section>
  )
}
