import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** Returns how far an element is scrolled and how high it is, and draws again when that changes. */
export function useViewport(element: RefObject<HTMLElement | null>): { scrollTop: number; height: number } {
  const [viewport, setViewport] = useState({ scrollTop: 0, height: 600 })
  const read = (): void => {
    const { current } = element
    if (current === null) return
    const { scrollTop, clientHeight } = current
    setViewport((old) =>
      old.scrollTop === scrollTop && old.height === clientHeight ? old : { scrollTop, height: clientHeight },
    )
  }
  useLayoutEffect(read)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(read)
    observer.observe(current)
    current.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      current.removeEventListener('scroll', read)
    }
  }, [])
  return viewport
}
