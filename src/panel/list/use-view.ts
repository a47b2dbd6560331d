import { useRef } from 'preact/hooks'
import { useInSteps } from '../parts/use-in-steps.ts'
import { type ListView, viewInSteps, type Wanted } from './list-view.ts'

/** Returns the view that is wanted, or the one before while that takes longer; null before the first. */
export function useView(wanted: Wanted): { readonly view: ListView | null; readonly isWorking: boolean } {
  const decided = useRef(new Map<string, boolean>())
  const { requests, show, filter, allFolded, folded, grouping, sort } = wanted
  const { result, isWorking } = useInSteps<ListView>(
    (before) => viewInSteps(wanted, before, decided.current),
    [requests, show, filter, allFolded, folded, grouping, sort],
  )
  return { view: result, isWorking }
}
