import { useEffect, useState } from 'preact/hooks'
import { type Route, routeOf } from './route.ts'

/** Returns the route of the page, and rerenders when it changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const change = (): void => setHash(location.hash)
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [])
  return routeOf(hash)
}
