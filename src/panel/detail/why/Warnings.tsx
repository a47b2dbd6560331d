import type { Item } from '../../../internal.ts'
import { Fold } from '../../parts/Fold.tsx'
import { Items } from '../../parts/Items.tsx'
import { strings } from '../../parts/strings.ts'
import { Words } from '../../parts/Words.tsx'

/** How many warnings are shown unfolded. */
const LISTED = 2

/** What else is wrong: one sentence each, with the details folded. */
export const Warnings = ({ items }: { readonly items: readonly Item[] }) => (
  <>
    {items.slice(0, LISTED).map(({ lead, text }, i) => (
      <details key={i} class="warning">
        <summary>
          <Words text={lead ?? text} />
        </summary>
        {lead !== null && (
          <p>
            <Words text={text} />
          </p>
        )}
      </details>
    ))}
    {items.length > LISTED && (
      <Fold title={strings.moreOf(items.length - LISTED)}>
        <Items items={items.slice(LISTED)} />
      </Fold>
    )}
  </>
)
