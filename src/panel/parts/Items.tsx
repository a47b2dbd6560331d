import type { Item } from '../../internal.ts'
import { Evidence } from './Evidence.tsx'
import { Words } from './Words.tsx'

/** The items of a section as a list, with their evidence. */
export const Items = ({ items }: { readonly items: readonly Item[] }) =>
  items.length === 0 ? null : (
    <ul class="causes">
      {items.map((item, i) => (
        <li key={i}>
          <ItemWords item={item} />
          <Evidence evidence={item.evidence} />
        </li>
      ))}
    </ul>
  )

/** The words of an item; if there are several sentences, the first stands out. */
export const ItemWords = ({ item: { lead, text } }: { readonly item: Item }) => (
  <>
    {lead !== null && (
      <>
        <b>
          <Words text={lead} />
        </b>{' '}
      </>
    )}
    <Words text={text} />
  </>
)
