import type { Diagnosis } from '../../internal.ts'
import type { ListState } from '../state/list-state.ts'
import { idOf, keyOf, type Selection } from '../state/selection.ts'
import { rankOf } from '../state/verdict-kind.ts'

/** A line of the list. `position` and `count` are those among its equals, for screen readers. */
export type Item =
  | {
      readonly type: 'problem'
      readonly key: string
      readonly all: readonly [Diagnosis, ...Diagnosis[]]
      readonly collapsed: boolean
      readonly position: number
      readonly count: number
    }
  | {
      readonly type: 'exchange'
      readonly id: string
      readonly diagnosis: Diagnosis
      readonly level: 1 | 2
      readonly position: number
      readonly count: number
    }

/** Returns the lines of the list for diagnoses that are already filtered. */
export function listItems(
  diagnoses: readonly Diagnosis[],
  { grouping, collapsed }: Pick<ListState, 'grouping' | 'collapsed'>,
): readonly Item[] {
  if (grouping === 'time') return exchangeItems(diagnoses, 1)
  const groups = groupsOf(diagnoses)
  return groups.flatMap((all, i): readonly Item[] => {
    const key = keyOf(all[0])
    const closed = collapsed.has(key)
    return [
      { type: 'problem', key, all, collapsed: closed, position: i + 1, count: groups.length },
      ...(closed ? [] : exchangeItems(all, 2)),
    ]
  })
}

const exchangeItems = (diagnoses: readonly Diagnosis[], level: 1 | 2): readonly Item[] =>
  diagnoses.map((diagnosis, i) => ({
    type: 'exchange',
    id: idOf(diagnosis),
    diagnosis,
    level,
    position: i + 1,
    count: diagnoses.length,
  }))

/** The most urgent problem first; problems that are equally urgent in the order of their first fetch. */
function groupsOf(diagnoses: readonly Diagnosis[]): readonly (readonly [Diagnosis, ...Diagnosis[]])[] {
  const groups = new Map<string, [Diagnosis, ...Diagnosis[]]>()
  for (const diagnosis of diagnoses) {
    const group = groups.get(keyOf(diagnosis))
    if (group === undefined) groups.set(keyOf(diagnosis), [diagnosis])
    else group.push(diagnosis)
  }
  return [...groups.values()].sort((a, b) => rankOf(a[0]) - rankOf(b[0]))
}

/** Returns what a click on a line selects. */
export const selectionOf = (item: Item): Selection =>
  item.type === 'problem' ? { type: 'problem', key: item.key } : { type: 'exchange', id: item.id }

/** Returns the line that a selection is on, or -1. */
export const indexOfSelection = (items: readonly Item[], selection: Selection | null): number =>
  items.findIndex((item) =>
    item.type === 'problem'
      ? selection?.type === 'problem' && selection.key === item.key
      : selection?.type === 'exchange' && selection.id === item.id,
  )
