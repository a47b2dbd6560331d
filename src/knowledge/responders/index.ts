import { applications } from './applications.ts'
import { cdns } from './cdns.ts'
import { clouds } from './clouds.ts'
import { gateways } from './gateways.ts'
import { platforms } from './platforms.ts'
import { products } from './products.ts'
import { proxies } from './proxies.ts'
import type { Responder } from './responder.ts'

/** Everything that is known to make responses itself, the innermost first: what stands further out passes it on. */
export const responders: readonly Responder[] = [
  ...applications,
  ...products,
  ...proxies,
  ...gateways,
  ...platforms,
  ...clouds,
  ...cdns,
]
