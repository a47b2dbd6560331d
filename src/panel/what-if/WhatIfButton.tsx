import { whatIfStrings as strings } from '../parts/what-if-strings.ts'
import type { Session } from '../state/session.ts'

/** Opens the empty form if there is no recording to start from. */
export const WhatIfButton = ({ session }: { readonly session: Session }) => (
  <button
    type="button"
    title={strings.openHint}
    onClick={() => session.store.dispatch({ type: 'what if alone', open: true })}
  >
    {strings.open}
  </button>
)
