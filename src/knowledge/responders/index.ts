import { applications } from './applications.ts'
import { cdns } from './cdns.ts'
import { clouds } from './clouds.ts'
import { gateways } from './gateways.ts'
import { platforms } from './platforms.ts'
import { products } from './products.ts'
import { proxies } from './proxies.ts'
import type { Responder } from './responder.ts'

/** Every known responder, the innermost first: those further out pass its responses on. */
export const responders: readonly Responder[] = [
  ...applications,
  ...products,
  ...proxies,
  ...gateways,
  ...platforms,
  ...clouds,
  ...cdns,
]
