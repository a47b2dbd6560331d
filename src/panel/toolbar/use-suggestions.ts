import type { InSteps } from '../../internal.ts'
import { useInSteps } from '../parts/use-in-steps.ts'
import type { ListIndex } from '../state/list-index.ts'
import { suggestionsInSteps } from './suggestions.ts'

interface Suggested {
  readonly filter: string | null
  readonly choices: readonly string[]
}

/** Returns the suggestions for a filter; none while they are looked for, or if there is no filter. */
export function useSuggestions(filter: string | null, index: ListIndex): readonly string[] {
  const { result } = useInSteps<Suggested>(() => suggestedInSteps(filter, index), [filter, index])
  return result?.filter === filter ? result.choices : NONE
}

function* suggestedInSteps(filter: string | null, index: ListIndex): InSteps<Suggested> {
  return { filter, choices: filter === null ? NONE : yield* suggestionsInSteps(filter, index) }
}

const NONE: readonly string[] = []
