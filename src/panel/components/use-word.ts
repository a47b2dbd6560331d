import { useEffect, useState } from 'preact/hooks'

/** Milliseconds for which it says that something is copied. */
const WORD_STAYS = 4000

/** Returns a word that goes away after a while, and the function that says one. */
export function useWord(): readonly [string, (word: string) => void] {
  const [word, say] = useState('')
  useEffect(() => {
    // Started by the word alone: a timer from before would take it away at once.
    if (word === '') return undefined
    const timer = setTimeout(() => say(''), WORD_STAYS)
    return () => clearTimeout(timer)
  }, [word])
  return [word, say]
}
