import { useLayoutEffect, useState } from 'preact/hooks'

/** Reports whether the document is being printed. What is drawn then is drawn before the browser prints it. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useLayoutEffect(() => {
    // Without a window there is nothing that prints.
    if (typeof addEventListener !== 'function') return
    const begin = (): void => setPrinting(true)
    const end = (): void => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
