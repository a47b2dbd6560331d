import { otherWays } from './other-ways.ts'
import { preflightWays } from './preflight-ways.ts'
import { credentialsWays, responseWays } from './response-ways.ts'
import { type Places, services, type Way, type WayGroup } from './way.ts'

/** Returns every way of the demo, for servers at these places. */
export const wayGroups = (at: Places): readonly WayGroup[] => [
  { title: 'The response does not name the page', ways: responseWays(at) },
  { title: 'Cookies', ways: credentialsWays(at) },
  { title: 'The preflight is refused', ways: preflightWays(at) },
  { title: 'Not blocked by CORS', ways: otherWays(at) },
]

/** Returns all ways without their groups. */
export const waysAt = (at: Places): readonly Way[] => wayGroups(at).flatMap(({ ways }) => ways)

/** All ways, for callers that don't need the servers' real addresses. */
export const namedWays: readonly Pick<Way, 'id' | 'title' | 'chromium'>[] = waysAt(
  Object.fromEntries(services.map((service) => [service, `https://${service}.test`])) as Places,
)
