import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Session } from '../state/session.ts'

/**
 * Makes / and, in DevTools, Ctrl+F (Cmd+F) focus the filter from everywhere. On a web page, Ctrl+F is the browser's
 * search.
 */
export function useKeys({ place }: Session, filter: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isFind =
        place === 'devtools' &&
        event.key.toLowerCase() === 'f' &&
        (event.ctrlKey || event.metaKey) &&
        !event.altKey
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)
      if (!isFind && !isSlash) return
      event.preventDefault()
      event.stopPropagation()
      filter.current?.focus()
      filter.current?.select()
    }
    // Before DevTools handles it.
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [place, filter])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null
