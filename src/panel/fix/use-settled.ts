import { useEffect, useState } from 'preact/hooks'

/** Milliseconds of calm after which what follows a value is computed anew. */
const SETTLED = 500

/**
 * Returns a value as it was when it last came to rest: while requests pour in, what is computed from all of them would
 * be computed for each batch. With another `key` it is about something else, and right at once.
 */
export function useSettled<T>(value: T, key: unknown): T {
  const [settled, setSettled] = useState({ value, key })
  useEffect(() => {
    if (settled.value === value && settled.key === key) return undefined
    const timer = setTimeout(() => setSettled({ value, key }), SETTLED)
    return () => clearTimeout(timer)
  }, [value, key])
  return settled.key === key ? settled.value : value
}
