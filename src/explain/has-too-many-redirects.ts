import type { Exchange } from '../evidence/exchange.ts'

/** Reports whether more redirects follow each other than browsers follow. https://fetch.spec.whatwg.org/#http-redirect-fetch */
export const hasTooManyRedirects = ({ chain }: Exchange): boolean =>
  chain.filter(({ actual }) => Math.floor((actual?.response.status ?? 0) / 100) === 3).length > 20
