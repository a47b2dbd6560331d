import { originOf } from '../../fetch/origin.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** Returns the origins of the pages that a fetch may belong to as the recording shows; a frame in them may have another. */
export function pagesOf({ exchange: { chain, recording } }: Pick<Verdict, 'exchange'>): readonly string[] {
  const [first] = chain
  const page = (first.actual ?? first.preflight)?.page ?? null
  const origins = page === null ? recording.opened : [originOf(page)]
  return origins.filter((origin) => origin !== 'null')
}
