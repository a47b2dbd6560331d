import { type Diagnosis, emptyExchange } from '../../internal.ts'
import { Choice } from '../parts/Choice.tsx'
import { whatIfStrings as strings } from '../parts/what-if-strings.ts'
import { idOf } from '../state/selection.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { useStorePart } from '../state/use-store.ts'
import { EMPTY_FORM } from './empty-form.ts'
import { WhatIf } from './WhatIf.tsx'

export interface WhatIfTabProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
}

const startOf = ({ detail }: State) => detail.start

/** The form for the shown exchange, or an empty one. */
export function WhatIfTab({ diagnosis, session }: WhatIfTabProps) {
  const start = useStorePart(session.store, startOf)
  const isEmpty = start === 'empty'
  return (
    <>
      <Choice
        name="what-if-start"
        label={strings.from}
        value={start}
        options={[
          { value: 'exchange', label: strings.thisExchange, count: null },
          { value: 'empty', label: strings.empty, count: null },
        ]}
        onChange={(chosen) => session.store.dispatch({ type: 'start from', start: chosen })}
      />
      <WhatIf
        exchange={isEmpty ? emptyExchange : diagnosis.verdict.exchange}
        id={isEmpty ? EMPTY_FORM : idOf(diagnosis)}
        session={session}
      />
    </>
  )
}
