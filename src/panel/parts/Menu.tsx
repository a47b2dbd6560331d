import { useLayoutEffect, useRef } from 'preact/hooks'
import { itemsOf, moveFocus } from './menu-keys.ts'

export interface MenuItem {
  readonly label: string
  readonly run: () => void
  /** For items that can be on or off. */
  readonly checked?: boolean
  /** The keyboard shortcut. */
  readonly keys?: string
}

/** The position of a menu, in CSS pixels of the window. */
export interface MenuPlace {
  readonly left: number
  readonly top: number
}

export interface MenuProps {
  readonly label: string
  readonly place: MenuPlace
  /** null: a line between items. */
  readonly items: readonly (MenuItem | null)[]
  readonly onClose: () => void
}

/** A context menu. When it closes, the focus returns to where it was. */
export function Menu({ label, place, items, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = menu
    if (current === null) return
    const before = document.activeElement
    const { offsetWidth, offsetHeight } = current
    current.style.left = `${Math.max(2, Math.min(place.left, innerWidth - offsetWidth - 2))}px`
    current.style.top = `${Math.max(2, Math.min(place.top, innerHeight - offsetHeight - 2))}px`
    itemsOf(current)[0]?.focus({ preventScroll: true })
    return () => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body || current.contains(activeElement))
        (before as HTMLElement | null)?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div
      ref={menu}
      class="menu floating"
      role="menu"
      aria-label={label}
      onContextMenu={(event) => event.preventDefault()}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || event.key === 'Tab') onClose()
        else if (!moveFocus(event.key, itemsOf(menu.current))) return event.stopPropagation()
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {items.map((item, i) =>
        item === null ? (
          <hr key={i} />
        ) : (
          <button
            key={item.label}
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
            tabIndex={-1}
            {...(item.checked === undefined ? {} : { 'aria-checked': item.checked })}
            onClick={() => {
              onClose()
              item.run()
            }}
          >
            {item.checked !== undefined && (
              <span class="check-mark" aria-hidden="true">
                {item.checked ? '✓' : ''}
              </span>
            )}
            {item.label}
            {item.keys !== undefined && (
              <span class="keys" aria-hidden="true">
                {item.keys}
              </span>
            )}
          </button>
        ),
      )}
    </div>
  )
}
