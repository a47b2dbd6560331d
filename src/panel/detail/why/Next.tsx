import type { Item } from '../../../internal.ts'
import { Fold } from '../../parts/Fold.tsx'
import { Items, ItemWords } from '../../parts/Items.tsx'
import { strings } from '../../parts/strings.ts'

/** How many of the checks that would fail next are listed. */
const LISTED = 2

/** What would fail once the reason is fixed. */
export const Next = ({ items }: { readonly items: readonly Item[] }) => (
  <>
    {items.slice(0, LISTED).map((item, i) => (
      <p key={i}>
        <ItemWords item={item} />
      </p>
    ))}
    {items.length > LISTED && (
      <Fold title={strings.moreOf(items.length - LISTED)}>
        <Items items={items.slice(LISTED)} />
      </Fold>
    )}
  </>
)
