import type { Item, Items } from './items.ts'

export type KeyAction =
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'fold'; readonly key: string; readonly folded: boolean }
  | { readonly type: 'open' }
  | { readonly type: 'copy' }

/** Returns what a key does in the list, as in any tree; null if the list doesn't handle it. */
export function keyAction(key: string, items: Items, current: number, page: number): KeyAction | null {
  const last = items.length - 1
  const go = (index: number): KeyAction => ({ type: 'go', index: Math.max(0, Math.min(last, index)) })
  const fold = (item: Item, folded: boolean): KeyAction => ({ type: 'fold', key: item.id, folded })
  const item = items.at(current)
  switch (key) {
    case 'ArrowDown':
      return go(current + 1)
    case 'ArrowUp':
      return go(current < 0 ? last : current - 1)
    case 'PageDown':
      return go(current + page)
    case 'PageUp':
      return go(current - page)
    case 'Home':
      return go(0)
    case 'End':
      return go(last)
    case 'ArrowLeft':
      if (item === undefined) return null
      if (item.type !== 'exchange' && !item.folded) return fold(item, true)
      return item.level === 1 ? null : go(parentOf(items, current))
    case 'ArrowRight':
      if (item === undefined || item.type === 'exchange') return null
      return item.folded ? fold(item, false) : go(current + 1)
    case 'Enter':
    case ' ':
      return current < 0 ? go(0) : { type: 'open' }
    case 'c':
      return item === undefined ? null : { type: 'copy' }
    default:
      return null
  }
}

/** The parent of a row. */
function parentOf(items: Items, index: number): number {
  const level = items.at(index)?.level ?? 1
  let at = index
  while (at > 0 && (items.at(at)?.level ?? 1) >= level) at--
  return at
}
