import type { Diagnosis } from '../../../internal.ts'
import { redaction } from '../../parts/redaction.ts'
import { fileNameOf } from '../../parts/short-url.ts'
import { strings } from '../../parts/strings.ts'
import type { Session } from '../../state/session.ts'
import { type CallFrame, callStackOf, rowsOf } from './call-stack.ts'

export interface CalledFromProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** How many callers are shown next to the line that made the call. */
const CALLERS = 2

/** The lines of the page's code that led to the request, the one that made it first; in DevTools they open in Sources. */
export function CalledFrom({ diagnosis, session }: CalledFromProps) {
  const frames = framesOf(diagnosis, session)
  const own = frames.filter(({ ofPackage }) => !ofPackage)
  const shown = (own.length > 0 ? own : frames).slice(0, 1 + CALLERS)
  const rows = rowsOf(frames)
  return (
    <>
      {shown.map((frame, i) => (
        <span key={i}>
          {i > 0 && <span class="dim"> ← </span>}
          <Frame frame={frame} session={session} />
        </span>
      ))}
      {frames.length > shown.length && (
        <details>
          <summary>{strings.wholeStack(frames.length)}</summary>
          <ol class="stack">
            {rows.map((row, i) => (
              <li key={i}>
                {'skipped' in row ? (
                  <span class="dim">{strings.skippedFrames(row.skipped)}</span>
                ) : (
                  <Frame frame={row.frame} session={session} />
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

/** Reports whether the recording shows where a request was made. */
export const hasCaller = (diagnosis: Diagnosis, session: Session): boolean =>
  framesOf(diagnosis, session).length > 0

/** A preflight's entry has the call frames of its request too, if that was never sent. */
function framesOf(diagnosis: Diagnosis, session: Session): readonly CallFrame[] {
  const [hop] = diagnosis.verdict.exchange.chain
  const recorded = session.rawEntries(diagnosis).map(callStackOf)
  const found = recorded.findLast((frames) => frames.length > 0)
  if (found !== undefined) return found
  const frame = hop.actual?.vendor.initiator?.frame ?? null
  return frame === null ? [] : [{ ...frame, name: '', ofPackage: false }]
}

function Frame({ frame, session }: { readonly frame: CallFrame; readonly session: Session }) {
  const { url, line, column, name } = frame
  const shown = redaction.url(url)
  const place = `${fileNameOf(shown)}:${line + 1}`
  return (
    <>
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
      )}
      {name !== '' && <> {redaction.value(name)}</>}
    </>
  )
}
