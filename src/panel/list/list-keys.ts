import type { Item } from './list-items.ts'

export type KeyAction =
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'toggle'; readonly key: string; readonly collapsed: boolean }
  | { readonly type: 'open' }

/** Returns what a key does in the list, as in any tree; null where it is none of the list's keys. */
export function keyAction(
  key: string,
  items: readonly Item[],
  current: number,
  page: number,
): KeyAction | null {
  const last = items.length - 1
  const go = (index: number): KeyAction => ({ type: 'go', index: Math.max(0, Math.min(last, index)) })
  const item = items[current]
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
      if (item?.type === 'problem' && !item.collapsed)
        return { type: 'toggle', key: item.key, collapsed: true }
      return item?.type === 'exchange' && item.level === 2 ? go(current - item.position) : null
    case 'ArrowRight':
      if (item?.type !== 'problem') return null
      return item.collapsed ? { type: 'toggle', key: item.key, collapsed: false } : go(current + 1)
    case 'Enter':
    case ' ':
      return current < 0 ? go(0) : { type: 'open' }
    default:
      return null
  }
}
