import { caches } from './kinds/caches.ts'
import { conditional } from './kinds/conditional.ts'
import { elements } from './kinds/elements.ts'
import { extensionRules, notCors } from './kinds/not-cors.ts'
import { concurrent, preflightCache } from './kinds/preflights.ts'
import { redirects } from './kinds/redirects.ts'
import { credentials, modes, plainPages } from './kinds/requests.ts'
import { standards } from './kinds/standards.ts'
import { streams } from './kinds/streams.ts'
import { serviceWorkers, workers } from './kinds/workers.ts'
import type { Situation } from './situation.ts'

/** Every situation, by kind. */
export const situations: readonly Situation[] = [
  ...caches,
  ...conditional,
  ...preflightCache,
  ...concurrent,
  ...workers,
  ...serviceWorkers,
  ...redirects,
  ...elements,
  ...streams,
  ...notCors,
  ...modes,
  ...credentials,
  ...plainPages,
  ...extensionRules,
  ...standards,
]
