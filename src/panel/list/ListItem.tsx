import { type Diagnosis, plain } from '../../internal.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import { redaction } from '../parts/redaction.ts'
import { hostOriginOf, pathAndQueryOf } from '../parts/short-url.ts'
import { VerdictTag } from '../parts/Tag.tsx'
import { explained } from '../state/explained.ts'
import type { Item } from './list-items.ts'

export interface ListItemProps {
  readonly item: Item
  readonly index: number
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onToggle: (key: string, collapsed: boolean) => void
}

export const lineId = (index: number): string => `line-${index}`

/** A line of the list: a problem, or one request. */
export function ListItem(props: ListItemProps) {
  const { item, index, selected, onSelect } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a tree are the tree's, not its items'
    <div
      id={lineId(index)}
      class={`line ${item.type}${item.type === 'exchange' ? ` level-${item.level}` : ''}${selected ? ' selected' : ''}`}
      role="treeitem"
      tabIndex={-1}
      aria-level={item.type === 'problem' ? 1 : item.level}
      aria-posinset={item.position}
      aria-setsize={item.count}
      aria-selected={selected}
      {...(item.type === 'problem' ? { 'aria-expanded': !item.collapsed } : {})}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        onSelect()
        event.currentTarget.parentElement?.parentElement?.focus()
      }}
    >
      {item.type === 'problem' ? <ProblemLine {...props} item={item} /> : <ExchangeLine item={item} />}
    </div>
  )
}

type ProblemItem = Extract<Item, { type: 'problem' }>

function ProblemLine({ item, onToggle }: Omit<ListItemProps, 'item'> & { readonly item: ProblemItem }) {
  const explanation = explained(item.all[0])
  const title = reasonOf(item.all[0])
  return (
    <>
      {/* For the mouse only: the tree has the arrow keys. */}
      <span
        class={`twist${item.collapsed ? ' closed' : ''}`}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          onToggle(item.key, !item.collapsed)
        }}
      >
        ▾
      </span>
      <span class="reason" title={title}>
        {title}
      </span>
      <span class="about">
        {hostOriginOf(explanation.url)}
        {explanation.origin !== null && ` ${frameStrings.from(redaction.value(explanation.origin))}`} ·{' '}
        {frameStrings.requests(item.all.length)}
      </span>
    </>
  )
}

function ExchangeLine({ item }: { readonly item: Extract<Item, { type: 'exchange' }> }) {
  const { diagnosis, level } = item
  const { type, exchange } = diagnosis.verdict
  const url = redaction.url(exchange.url)
  return (
    <>
      <VerdictTag type={type} />
      <span class="method">{redaction.value(exchange.method)}</span>
      <span class="path" title={url}>
        {pathAndQueryOf(url)}
      </span>
      <span class="time">{clock(exchange.chain[0].actual ?? exchange.chain[0].preflight)}</span>
      {level === 1 && <ExchangeAbout diagnosis={diagnosis} />}
    </>
  )
}

/** Where no group says it: why, and between whom. */
function ExchangeAbout({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { exchange } = diagnosis.verdict
  const { origin } = exchange.facts
  const between = `${hostOriginOf(exchange.url)}${origin.known ? ` ${frameStrings.from(redaction.value(origin.value))}` : ''}`
  const text = `${reasonOf(diagnosis)} · ${between}`
  return (
    <span class="about" title={text}>
      {text}
    </span>
  )
}

/** Where no check failed, what went wrong instead says more than that it was not CORS. */
function reasonOf(diagnosis: Diagnosis): string {
  const { type, headline, rootCauses } = explained(diagnosis)
  const [first] = rootCauses
  return plain(
    type === 'unexplained' && first !== undefined ? first.summary : headline,
    redaction.value,
  ).replaceAll('`', '')
}

function clock(entry: { readonly started: number | null } | null): string {
  if (entry === null || entry.started === null) return ''
  return new Date(entry.started).toLocaleTimeString('en-GB')
}
