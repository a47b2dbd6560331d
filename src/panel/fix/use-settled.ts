import { useEffect, useState } from 'preact/hooks'

/** How many milliseconds a value must stay the same before dependent values are recomputed. */
const SETTLED = 500

/**
 * Returns a debounced value, because while many requests arrive, everything computed from all of them would be recomputed
 * for each batch. A different `key` means a different subject, and takes effect at once.
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
