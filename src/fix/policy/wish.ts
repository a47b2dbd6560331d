import type { Planned } from '../planned.ts'
import type { CorsPolicy } from './policy.ts'

/** What one fetch needs from a policy. */
export interface Wish<Asker extends Planned = Planned> {
  readonly diagnosis: Asker
  /** What it needs, and what the server already allows its origin. */
  readonly policy: CorsPolicy
  /** What it needs. */
  readonly needs: CorsPolicy
}
