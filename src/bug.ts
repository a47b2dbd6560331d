/** A bug in WhyCORS itself: one of its parts threw, and the others continued without it. */
export interface Bug {
  readonly where: 'rule' | 'root cause' | 'caution' | 'fingerprint' | 'generator' | 'proxy' | 'lint'
  /** The id of the part. */
  readonly id: string
  readonly message: string
}

/** Called with each bug. */
export type ReportBug = (bug: Bug) => void

/** Returns what `work` returns; if it throws, reports a bug of the part and returns null. */
export function attempt<T>(
  { where, id }: Pick<Bug, 'where' | 'id'>,
  report: ReportBug,
  work: () => T,
): T | null {
  try {
    return work()
  } catch (error) {
    report({ where, id, message: error instanceof Error ? error.message : String(error) })
    return null
  }
}

/** Returns the bugs of several diagnoses, each once. */
export function bugsOf(diagnoses: readonly { readonly bugs: readonly Bug[] }[]): readonly Bug[] {
  const bugs = new Map<string, Bug>()
  // Mostly, there is none, and no need to iterate.
  for (const diagnosis of diagnoses)
    if (diagnosis.bugs.length > 0)
      for (const bug of diagnosis.bugs) bugs.set(`${bug.where} ${bug.id} ${bug.message}`, bug)
  return [...bugs.values()]
}
