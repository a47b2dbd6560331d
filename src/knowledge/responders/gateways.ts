import { isError, type Responder } from './responder.ts'

/** Self-hosted API gateways. */
export const gateways: readonly Responder[] = [
  {
    id: 'kong',
    name: 'Kong',
    layer: 'gateway',
    source: 'https://developer.konghq.com/gateway/debug/',
    own: [
      {
        certainty: 'high',
        headers: { 'X-Kong-Response-Latency': /./ },
        without: ['X-Kong-Upstream-Latency'],
      },
      { certainty: 'high', body: /"message":"no Route matched with those values"/ },
    ],
    passes: [{ certainty: 'high', headers: { 'X-Kong-Upstream-Latency': /./ } }],
  },
  {
    id: 'tyk',
    name: 'Tyk',
    layer: 'gateway',
    source: 'https://github.com/TykTechnologies/tyk/blob/master/gateway/handler_error.go',
    own: [{ certainty: 'high', headers: { 'X-Generator': /^tyk\.io$/i } }],
  },
  {
    id: 'apisix',
    name: 'APISIX',
    layer: 'gateway',
    source: 'https://github.com/apache/apisix/blob/master/apisix/init.lua',
    own: [{ certainty: 'high', body: /^\{"error_msg":"404 Route Not Found"\}/ }],
    passes: [{ certainty: 'high', headers: { Server: /^APISIX\b/i } }],
  },
  {
    id: 'krakend',
    name: 'KrakenD',
    layer: 'gateway',
    source: 'https://www.krakend.io/docs/endpoints/response-manipulation/',
    own: [
      {
        certainty: 'medium',
        statuses: isError,
        headers: { 'X-KrakenD-Completed': /^false$/i },
        lengths: [0],
      },
    ],
    passes: [{ certainty: 'high', headers: { 'X-KrakenD': /./ } }],
  },
]
