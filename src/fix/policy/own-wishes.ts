import { hostNameOf } from '../../evidence/address.ts'
import { isLoopbackUrl } from '../../knowledge/hosts.ts'
import { isSchemelesslySameSite } from '../../knowledge/site.ts'
import { code, type Text, text } from '../../text/text.ts'
import { failingChecks } from '../../verdict/failing-checks.ts'
import type { Planned } from '../planned.ts'
import { deploymentPattern } from './deployment-pattern.ts'
import { pagesOf } from './pages-of.ts'
import type { Wish } from './wish.ts'

/** An origin that a policy made from traffic doesn't allow until the user chooses it. */
export interface LeftOut {
  readonly origin: string
  readonly why: Text
}

interface Own<Asker extends Planned> {
  readonly wishes: readonly [Wish<Asker>, ...Wish<Asker>[]]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Returns the wishes of the inspected page's own origins. Anyone who gets the page to load a frame can make it call the
 * API, so traffic alone is no reason to allow an origin, and no origin gets permissions that only another one used.
 */
export function ownWishes<Asker extends Planned>(all: readonly [Wish<Asker>, ...Wish<Asker>[]]): Own<Asker> {
  const byOrigin = new Map<string, Wish<Asker>[]>()
  for (const wish of all) {
    const origin = originOfWish(wish)
    const same = byOrigin.get(origin)
    if (same === undefined) byOrigin.set(origin, [wish])
    else same.push(wish)
  }
  const main = mainOrigin(all)
  const needsCredentials = (byOrigin.get(main) ?? []).some(({ policy }) => policy.credentials)
  const refused = refusedOrigins(all)
  const leftOut: LeftOut[] = []
  const own = new Set<string>()
  for (const [origin, wishes] of byOrigin) {
    const isOwn =
      origin === main ||
      origin === ANY ||
      isOnList(origin, wishes, refused) ||
      isDeployment(wishes, origin, main)
    const why = isOwn ? null : whyLeftOut(origin, main)
    const credentials = wishes.some(({ policy }) => policy.credentials)
    if (why !== null) leftOut.push({ origin, why })
    else if (!isOwn && credentials !== needsCredentials)
      leftOut.push({
        origin,
        why: credentials
          ? text`it uses credentials and ${code(main)} doesn't: one list would give them to both`
          : text`it doesn't use credentials and ${code(main)} does: one list would give them to both`,
      })
    else own.add(origin)
  }
  const [first, ...rest] = all.filter((wish) => own.has(originOfWish(wish)))
  return first === undefined ? { wishes: all, leftOut: [] } : { wishes: [first, ...rest], leftOut }
}

const ANY = '*'

/** Reports whether an origin is on the server's current list: it was allowed and another one was refused. */
function isOnList(origin: string, wishes: readonly Wish[], refused: ReadonlySet<string>): boolean {
  const isAllowed = wishes.some(({ diagnosis: { verdict } }) => verdict.type === 'shared')
  return isAllowed && refused.size > (refused.has(origin) ? 1 : 0)
}

/**
 * Reports whether an origin is another deployment of the same project that was opened itself: all previews of a project
 * are equal.
 */
const isDeployment = (wishes: readonly Wish[], origin: string, main: string): boolean =>
  deploymentPattern(origin, main) !== null &&
  wishes.some((wish) => {
    const pages = pagesOf(wish.diagnosis.verdict)
    return pages.length === 0 || pages.some((page) => hostNameOf(page) === hostNameOf(origin))
  })

/** The origins that a response didn't allow. */
const refusedOrigins = (all: readonly Wish[]): ReadonlySet<string> =>
  new Set(
    all
      .filter(({ diagnosis: { verdict } }) =>
        failingChecks(verdict).some(({ finding }) =>
          ['allow-origin-missing', 'allow-origin-mismatch'].includes(finding.rule.id),
        ),
      )
      .map(originOfWish),
  )

/** The origin that a fetch came from; any if its policy names none. */
const originOfWish = ({ diagnosis: { verdict }, policy }: Wish): string => {
  const { origin } = verdict.exchange.facts
  if (origin.known && origin.value !== null) return origin.value
  return policy.origins === '*' ? ANY : policy.origins[0]
}

/** The origin nearest to the inspected page; if that's unknown, that of most blocked requests (the first one if equal). */
function mainOrigin(all: readonly Wish[]): string {
  const claims = new Map<string, Claim>()
  for (const wish of all) {
    const origin = originOfWish(wish)
    const { verdict, times = 1 } = wish.diagnosis
    const claim = claims.get(origin) ?? { pages: new Set(), blocked: 0, times: 0 }
    for (const page of pagesOf(verdict)) claim.pages.add(page)
    if (verdict.type !== 'shared') claim.blocked += times
    claim.times += times
    claims.set(origin, claim)
  }
  const ranked = [...claims]
    .map(([origin, claim]) => ({ origin, ...claim, nearness: nearnessOf(origin, claim.pages) }))
    .toSorted((a, b) => b.nearness - a.nearness || b.blocked - a.blocked || b.times - a.times)
  const [{ origin: main, nearness } = { origin: ANY, nearness: 0 }] = ranked
  // Nothing shows which of the two the page was, and https is never the worse choice.
  const encrypted = main.replace(/^http:/, 'https:')
  return nearness === 0 && claims.has(encrypted) ? encrypted : main
}

/** What speaks for an origin as that of the inspected page. */
interface Claim {
  readonly pages: Set<string>
  blocked: number
  times: number
}

/** Returns how near an origin is to one of the pages: 3 the same, 2 the same host, 1 the same site, 0 none of these. */
function nearnessOf(origin: string, pages: ReadonlySet<string>): number {
  if (pages.has(origin)) return 3
  const all = [...pages]
  if (all.some((page) => hostNameOf(page) === hostNameOf(origin))) return 2
  return all.some((page) => isSchemelesslySameSite(page, origin)) ? 1 : 0
}

function whyLeftOut(origin: string, main: string): Text | null {
  if (main === ANY) return null
  const [scheme, mainScheme] = [origin.split(':', 1)[0], main.split(':', 1)[0]]
  if (isAddress(origin) && hostNameOf(origin) !== hostNameOf(main))
    return text`it's an address, not a name of this application`
  if (isLoopbackUrl(origin) && !isLoopbackUrl(main))
    return text`it's for development, and production shouldn't allow it`
  if (deploymentPattern(origin, main) !== null)
    return text`it seems to be another deployment of ${code(main)}, but another page embedded it`
  if (!isSchemelesslySameSite(origin, main)) {
    const look = /(^|\.)xn--/.test(hostNameOf(origin)) ? ', with letters that may look like others' : ''
    return text`it belongs to another site than ${code(main)}${look}`
  }
  return mainScheme === 'https' && scheme === 'http'
    ? text`it isn't encrypted, so anyone in between could impersonate it`
    : null
}

const isAddress = (origin: string): boolean =>
  /^[\d.]+$/.test(hostNameOf(origin)) || hostNameOf(origin).includes(':')
