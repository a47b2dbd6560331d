import { emptyExchange } from '../../internal.ts'
import { whatIfStrings as strings } from '../parts/what-if-strings.ts'
import type { Session } from '../state/session.ts'
import { EMPTY_FORM } from './empty-form.ts'
import { WhatIf } from './WhatIf.tsx'

/** The form without a recording. */
export const WhatIfAlone = ({ session }: { readonly session: Session }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
  <section class="explanation alone" tabIndex={0} aria-label={strings.title}>
    <h1 class="headline">
      {strings.title}{' '}
      <button type="button" onClick={() => session.store.dispatch({ type: 'what if alone', open: false })}>
        {strings.close}
      </button>
    </h1>
    <WhatIf exchange={emptyExchange} id={EMPTY_FORM} session={session} />
  </section>
)
