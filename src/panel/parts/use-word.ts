import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** How many milliseconds a confirmation is shown. */
const WORD_STAYS = 4000

/** Returns a word that disappears after a while, and a function that shows one. */
export function useWord(): readonly [string, (word: string) => void] {
  const [word, setWord] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const say = useCallback((word: string) => {
    // Immediately, not in an effect: an earlier timer may be due and would remove the new word.
    clearTimeout(timer.current)
    setWord(word)
    timer.current = setTimeout(() => setWord(''), WORD_STAYS)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  return [word, say]
}
