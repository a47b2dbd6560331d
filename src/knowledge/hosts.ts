import { parseUrl } from '../parse-url.ts'

/** A block of IP addresses outside the public internet. */
export interface AddressBlock {
  readonly block: string
  readonly leadsTo: 'this machine' | 'loopback' | 'a local network'
  readonly source: string
}

/**
 * The blocks that Local Network Access distinguishes from the public address space, and the unspecified address, which is
 * the machine itself except on Windows.
 * https://wicg.github.io/local-network-access/#ip-address-space-heading
 */
export const ADDRESS_BLOCKS: readonly AddressBlock[] = [
  { block: '127.0.0.0/8', leadsTo: 'loopback', source: 'https://www.rfc-editor.org/rfc/rfc1122#page-31' },
  { block: '::1/128', leadsTo: 'loopback', source: 'https://www.rfc-editor.org/rfc/rfc4291#section-2.5.3' },
  { block: '0.0.0.0/32', leadsTo: 'this machine', source: 'https://www.rfc-editor.org/rfc/rfc1122#page-30' },
  {
    block: '::/128',
    leadsTo: 'this machine',
    source: 'https://www.rfc-editor.org/rfc/rfc4291#section-2.5.2',
  },
  {
    block: '10.0.0.0/8',
    leadsTo: 'a local network',
    source: 'https://www.rfc-editor.org/rfc/rfc1918#section-3',
  },
  {
    block: '172.16.0.0/12',
    leadsTo: 'a local network',
    source: 'https://www.rfc-editor.org/rfc/rfc1918#section-3',
  },
  {
    block: '192.168.0.0/16',
    leadsTo: 'a local network',
    source: 'https://www.rfc-editor.org/rfc/rfc1918#section-3',
  },
  {
    block: '100.64.0.0/10',
    leadsTo: 'a local network',
    source: 'https://www.rfc-editor.org/rfc/rfc6598#section-7',
  },
  {
    block: '169.254.0.0/16',
    leadsTo: 'a local network',
    source: 'https://www.rfc-editor.org/rfc/rfc3927#section-2.1',
  },
  {
    block: 'fc00::/7',
    leadsTo: 'a local network',
    source: 'https://www.rfc-editor.org/rfc/rfc4193#section-3',
  },
  {
    block: 'fe80::/10',
    leadsTo: 'a local network',
    source: 'https://www.rfc-editor.org/rfc/rfc4291#section-2.5.6',
  },
]

/** A domain that isn't resolved in the public DNS; its subdomains aren't either. */
export interface LocalDomain {
  readonly domain: string
  readonly leadsTo: 'loopback' | 'a local network'
  readonly source: string
}

export const LOCAL_DOMAINS: readonly LocalDomain[] = [
  { domain: 'localhost', leadsTo: 'loopback', source: 'https://www.rfc-editor.org/rfc/rfc6761#section-6.3' },
  { domain: 'local', leadsTo: 'a local network', source: 'https://www.rfc-editor.org/rfc/rfc6762#section-3' },
  {
    domain: 'home.arpa',
    leadsTo: 'a local network',
    source: 'https://www.rfc-editor.org/rfc/rfc8375#section-3',
  },
  {
    domain: 'internal',
    leadsTo: 'a local network',
    source:
      'https://www.icann.org/en/board-activities-and-meetings/materials/approved-resolutions-special-meeting-of-the-icann-board-29-07-2024-en#section2.a',
  },
  {
    domain: 'lan',
    leadsTo: 'a local network',
    source: 'https://openwrt.org/docs/guide-user/base-system/dhcp',
  },
]

/**
 * Reports whether a host, with its brackets or without, is the loopback device, where only programs on the same machine
 * respond. https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export const isLoopback = (host: string): boolean => leadsTo(host) === 'loopback'

/** Reports whether a host is the machine itself: the loopback device, or the unspecified address. */
export const isThisMachine = (host: string): boolean =>
  ['loopback', 'this machine'].includes(leadsTo(host) ?? '')

/** Reports whether a host is in a local network, judged by its address or by a domain that only local networks have. */
export const isPrivate = (host: string): boolean => leadsTo(host) === 'a local network'

/** Reports whether a URL's or origin's host is the loopback device. */
export const isLoopbackUrl = (url: string): boolean => isLoopback(parseUrl(url)?.hostname ?? '')

/** Reports whether a URL's or origin's host is the machine itself. */
export const isUrlOfThisMachine = (url: string): boolean => isThisMachine(parseUrl(url)?.hostname ?? '')

/**
 * Reports whether an http(s) URL is potentially trustworthy: its content can't be modified on the way.
 * https://w3c.github.io/webappsec-secure-contexts/#is-url-trustworthy
 */
export const isPotentiallyTrustworthy = (url: string): boolean => /^https:/i.test(url) || isLoopbackUrl(url)

function leadsTo(host: string): AddressBlock['leadsTo'] | null {
  const name = host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[|\]$/g, '')
  const domain = LOCAL_DOMAINS.find((local) => name === local.domain || name.endsWith(`.${local.domain}`))
  if (domain !== undefined) return domain.leadsTo
  const address = addressOf(name)
  return (address !== null && ADDRESS_BLOCKS.find(({ block }) => isWithin(address, block))?.leadsTo) || null
}

function isWithin(address: bigint, block: string): boolean {
  const [start = '', length = ''] = block.split('/')
  const rest = BigInt((start.includes(':') ? 128 : 32) - Number(length))
  const first = addressOf(start)
  return first !== null && address >> rest === first >> rest
}

/** The offset of IPv4 addresses within IPv6. https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2 */
const MAPPED = 0xffffn << 32n

/** Returns an IP address as a number (an IPv4 address as the IPv6 address that it's mapped to), or null for a name. */
function addressOf(name: string): bigint | null {
  if (!name.includes(':')) {
    if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return null
    return name.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n) + MAPPED
  }
  const url = parseUrl(`http://[${name}]/`)
  if (url === null) return null
  // The URL parser writes every IPv6 address as groups, with at most one "::".
  const [before = '', after] = url.hostname.slice(1, -1).split('::')
  const groups = (part: string): readonly string[] => part.split(':').filter((group) => group !== '')
  const missing = after === undefined ? 0 : 8 - groups(before).length - groups(after).length
  return [...groups(before), ...Array<string>(missing).fill('0'), ...groups(after ?? '')].reduce(
    (sum, group) => sum * 65_536n + BigInt(`0x${group}`),
    0n,
  )
}
