import { LIMITS, type OriginNote } from '../../internal.ts'
import { PanelWords } from '../parts/PanelWords.tsx'
import { strings } from '../parts/strings.ts'
import { useCapped } from '../parts/use-capped.tsx'

export interface OriginNotesProps {
  readonly notes: readonly OriginNote[]
  /** Adds an origin to the policy. */
  readonly onAdd: (origin: string) => void
}

/** What to know of a policy's origins, with a button for each that was left out. */
export function OriginNotes({ notes, onAdd }: OriginNotesProps) {
  const { shown, others } = useCapped(notes, LIMITS.lines)
  if (notes.length === 0) return null
  return (
    <ul class="origin-notes">
      {shown.map(({ note, origin }, i) => (
        <li key={i}>
          <PanelWords text={note} />{' '}
          {origin !== null && (
            <button type="button" onClick={() => onAdd(origin)}>
              {strings.allowToo}
            </button>
          )}
        </li>
      ))}
      {others !== null && <li>{others}</li>}
    </ul>
  )
}
