import { useMemo } from 'preact/hooks'
import type { Exchange } from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { whatIfStrings } from '../parts/what-if-strings.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { useStorePart } from '../state/use-store.ts'
import { WhatIfFieldset } from './WhatIfFieldset.tsx'
import { WhatIfResult } from './WhatIfResult.tsx'
import { fieldsOf, readForm, type WhatIfFields } from './what-if-form.ts'

export interface WhatIfProps {
  /** The form's start values. */
  readonly exchange: Exchange
  /** The name under which the edits are kept. */
  readonly id: string
  readonly session: Session
}

const NOTHING: WhatIfFields = {}
const editsOf = ({ detail }: State) => detail.edits

/** An exchange whose headers, method, credentials and origin can be edited; the verdicts are updated at once. */
export function WhatIf({ exchange, id, session: { store } }: WhatIfProps) {
  const edits = useStorePart(store, editsOf).get(id) ?? NOTHING
  const recorded = useMemo(() => fieldsOf(exchange, redaction), [exchange])
  const fields = { ...recorded, ...edits }
  const read = useMemo(
    () => readForm(exchange, { ...recorded, ...edits }, redaction),
    [exchange, recorded, edits],
  )
  const change = (name: string, text: string): void => {
    const { [name]: _, ...others } = edits
    store.dispatch({
      type: 'what if',
      id,
      fields: text === recorded[name] ? others : { ...others, [name]: text },
    })
  }
  return (
    <div class="what-if">
      <WhatIfResult exchange={exchange} read={read} />
      <form onSubmit={(event) => event.preventDefault()}>
        <p class="form-bar">
          {whatIfStrings.intro}
          <button
            type="button"
            disabled={Object.keys(edits).length === 0}
            onClick={() => store.dispatch({ type: 'what if', id, fields: NOTHING })}
          >
            {whatIfStrings.reset}
          </button>
        </p>
        {read.leftOut > 0 && <p class="refused">{whatIfStrings.leftOut(read.leftOut)}</p>}
        <WhatIfFieldset fields={fields} hops={read.whatIf.hops.length} onChange={change} />
      </form>
    </div>
  )
}
