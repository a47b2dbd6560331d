import type { Exchange } from '../evidence/exchange.ts'

/**
 * Reports whether a response names the allowed origin in two headers, written as most servers write them. Firefox counts
 * these in the headers that were sent, with regard to case, so that nothing an extension changes there has an effect.
 * https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsCORSListenerProxy.cpp (`CheckOriginHeader`)
 */
export const isSentTwice = ({ chain }: Exchange): boolean =>
  chain.some(({ preflight, actual }) =>
    [preflight, actual].some(
      (entry) =>
        (entry?.response.headers ?? []).filter(({ name }) => name === 'Access-Control-Allow-Origin').length >
        1,
    ),
  )
