import type { Job } from './jobs.ts'
import type { Site } from './masking-sites.ts'
import type { MaskingSwitch } from './masking-switch.ts'

/** A place that can be switched off and nothing leaks. */
export interface Survivor {
  readonly id: number
  /** Whether any job comes to it. */
  readonly isReached: boolean
  /** The jobs in which it masks the secret. */
  readonly needing: readonly string[]
}

export interface Survey {
  readonly survivors: readonly Survivor[]
  /** What leaks while all places are on. */
  readonly leaks: readonly string[]
  /** The first job that leaks without each of the other places. */
  readonly killers: ReadonlyMap<number, string>
}

/** Switches off each place in the jobs that need it, until one leaks. Ends as soon as only those `expected` are left. */
export async function findSurvivors(
  jobs: readonly Job[],
  sites: readonly Pick<Site, 'id'>[],
  masking: MaskingSwitch,
  expected: ReadonlySet<number>,
): Promise<Survey> {
  const left = new Map<number, string[]>(sites.map(({ id }) => [id, []]))
  const killers = new Map<number, string>()
  const leaks: string[] = []
  for (const job of jobs) {
    if ([...left.keys()].every((id) => expected.has(id))) break
    masking.begin(job.secret)
    if (await job.leaks()) leaks.push(job.what)
    for (const id of masking.needed) {
      const needing = left.get(id)
      if (needing === undefined) continue
      needing.push(job.what)
      if (!(await masking.without(id, () => leaksOrThrows(job)))) continue
      left.delete(id)
      killers.set(id, job.what)
    }
  }
  const survivors = [...left].map(([id, needing]) => ({ id, isReached: masking.reached.has(id), needing }))
  return { survivors, leaks, killers }
}

async function leaksOrThrows(job: Job): Promise<boolean> {
  try {
    return await job.leaks()
  } catch {
    return true
  }
}
