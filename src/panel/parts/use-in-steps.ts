import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { advance, type InSteps } from '../../internal.ts'

/**
 * How long the work may block the panel at a time, in milliseconds: at first somewhat longer, because what takes longer is
 * drawn a frame later.
 */
const FIRST = 20
const SLICE = 10

interface Work<T> {
  readonly inputs: readonly unknown[]
  /** Null: it's complete. */
  steps: InSteps<T> | null
}

/** A result, and whether work on a newer one is under way. */
interface Result<T> {
  readonly result: T | null
  readonly isWorking: boolean
}

/**
 * Returns the result of work on some inputs, or the one before while that takes longer; null before the first. `start` gets
 * the result before. Work on other inputs is dropped.
 */
export function useInSteps<T>(
  start: (before: T | null) => InSteps<T>,
  inputs: readonly unknown[],
): Result<T> {
  const result = useRef<T | null>(null)
  const work = useRef<Work<T> | null>(null)
  const [, redraw] = useState(0)

  /** Works for a while, and reports whether the result is there. */
  function goOn(steps: InSteps<T>, slice: number): boolean {
    const end = performance.now() + slice
    const done = advance(steps, () => performance.now() >= end)
    if (done === null) return false
    result.current = done.value
    if (work.current !== null) work.current.steps = null
    return true
  }
  const before = work.current?.inputs
  if (before === undefined || inputs.some((input, i) => input !== before[i])) {
    const steps = start(result.current)
    work.current = { inputs, steps }
    goOn(steps, FIRST)
  }
  const steps = work.current?.steps ?? null
  useLayoutEffect(() => {
    if (steps === null) return undefined
    let timer = setTimeout(function more() {
      if (goOn(steps, SLICE)) redraw((count) => count + 1)
      else timer = setTimeout(more, 0)
    }, 0)
    return () => clearTimeout(timer)
  }, [steps])
  return { result: result.current, isWorking: steps !== null }
}
