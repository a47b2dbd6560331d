import type { Diagnosis, Item } from '../../../internal.ts'
import { Items } from '../../parts/Items.tsx'
import { strings } from '../../parts/strings.ts'
import type { Session } from '../../state/session.ts'

export interface UnknownsProps {
  readonly items: readonly Item[]
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** What the recording leaves open and why; where watching the page would settle it, the way to do so. */
export function Unknowns({ items, diagnosis, session }: UnknownsProps) {
  const { credentialsMode, mode } = diagnosis.verdict.exchange.facts
  const helps = session.place === 'devtools' && !(credentialsMode.known && mode.known)
  return (
    <>
      <Items items={items} />
      {helps && (
        <p class="offer">
          <button type="button" onClick={() => session.reload(true)}>
            {strings.watch}
          </button>{' '}
          {strings.watchOffer}
        </p>
      )}
    </>
  )
}
