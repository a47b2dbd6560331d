import type { WireRequest } from '../check/wire.ts'
import { isName } from '../fetch/header-list.ts'
import { version } from '../version.ts'
import type { Probe } from './probe.ts'

/** Returns a probe as it's sent over the network. */
export function wireRequestOf({ method, url, origin, headers }: Probe): WireRequest {
  const own: readonly (readonly [string, string])[] = [
    ['Accept', '*/*'],
    ['User-Agent', `whycors/${version}`],
  ]
  return {
    method,
    url,
    headers: [
      ...own.filter(([name]) => !headers.some((header) => isName(header.name, name))),
      ...(origin === null ? [] : [['Origin', origin] as const]),
      ...headers.map(({ name, value }) => [name, value] as const),
    ],
    body: null,
  }
}
