import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { andMore, type Capped, capped } from '../../internal.ts'
import { strings } from './strings.ts'

/** The first of some things, and the rest when the user asks for it. */
export interface ShownPart<T> extends Capped<T> {
  /** How many more there are, with a button that shows them; null if all are shown. */
  readonly others: ComponentChildren
}

/** Returns the first of some things, those that `matters` reports among them, until the user asks for all. */
export function useCapped<T>(
  things: readonly T[],
  most: number,
  matters?: (thing: T) => boolean,
): ShownPart<T> {
  const [whole, setWhole] = useState(false)
  const part = capped(things, whole ? undefined : most, matters)
  const others =
    part.more === 0 ? null : (
      <>
        <span class="dim">{andMore(part.more)}</span>{' '}
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {strings.showAll}
        </button>
      </>
    )
  return { ...part, others }
}
