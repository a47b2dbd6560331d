import type { Diagnosis } from '../internal.ts'
import type { Har } from './recorder.ts'

/** Returns Chromium's own code for why CORS blocked a request, or null. */
export function corsErrorOf({ verdict }: Diagnosis, har: Har): string | null {
  // Chromium reports the failure of a preflight on the request that needed it.
  for (const { actual, preflight } of verdict.exchange.chain)
    for (const entry of [actual, preflight]) {
      const recorded = entry === null ? undefined : har.log.entries[entry.index]
      if (recorded === undefined || !('_corsError' in recorded)) continue
      const { corsError } = recorded._corsError as { readonly corsError?: unknown }
      if (typeof corsError === 'string') return corsError
    }
  return null
}
