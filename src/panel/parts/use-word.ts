import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** Milliseconds for which it says that something is copied. */
const WORD_STAYS = 4000

/** Returns a word that goes away after a while, and the function that says one. */
export function useWord(): readonly [string, (word: string) => void] {
  const [word, setWord] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const say = useCallback((word: string) => {
    // At once, not in an effect: a timer from before may be due already, and would take the new word away.
    clearTimeout(timer.current)
    setWord(word)
    timer.current = setTimeout(() => setWord(''), WORD_STAYS)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  return [word, say]
}
