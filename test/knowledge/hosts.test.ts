import { describe, expect, it } from 'vitest'
import {
  isLoopback,
  isLoopbackUrl,
  isPotentiallyTrustworthy,
  isPrivate,
  isThisMachine,
  isUrlOfThisMachine,
} from '../../src/knowledge/hosts.ts'

type Kind = 'loopback' | 'this machine' | 'private' | 'public'

const HOSTS: readonly (readonly [host: string, kind: Kind])[] = [
  ['localhost', 'loopback'],
  ['LOCALHOST', 'loopback'],
  ['localhost.', 'loopback'],
  ['app.localhost', 'loopback'],
  ['a.b.localhost', 'loopback'],
  ['127.0.0.1', 'loopback'],
  ['127.0.0.2', 'loopback'],
  ['127.255.255.255', 'loopback'],
  ['[::1]', 'loopback'],
  ['::1', 'loopback'],
  ['0:0:0:0:0:0:0:1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['[::ffff:7f00:1]', 'loopback'],
  ['0.0.0.0', 'this machine'],
  ['[::]', 'this machine'],
  ['10.0.0.1', 'private'],
  ['10.255.255.255', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.10', 'private'],
  ['100.64.0.1', 'private'],
  ['169.254.169.254', 'private'],
  ['[::ffff:a00:1]', 'private'],
  ['[fc00::1]', 'private'],
  ['fdff:ffff::', 'private'],
  ['[fe80::1]', 'private'],
  ['febf::1', 'private'],
  ['printer.local', 'private'],
  ['nas.lan', 'private'],
  ['router.home.arpa', 'private'],
  ['metadata.google.internal', 'private'],
  ['11.0.0.1', 'public'],
  ['172.15.255.255', 'public'],
  ['172.32.0.0', 'public'],
  ['192.169.0.1', 'public'],
  ['100.128.0.1', 'public'],
  ['126.255.255.255', 'public'],
  ['128.0.0.1', 'public'],
  ['0.0.0.1', 'public'],
  ['10.example.com', 'public'],
  ['127.0.0.1.example.com', 'public'],
  ['notlocalhost', 'public'],
  ['localhost.example.com', 'public'],
  ['xlocal', 'public'],
  ['[::2]', 'public'],
  ['[fec0::1]', 'public'],
  ['[2001:db8::1]', 'public'],
  ['[::ffff:808:808]', 'public'],
  ['fc00.example', 'public'],
  ['', 'public'],
]

describe.each(HOSTS)('%j is %s', (host, kind) => {
  it('by its name', () => {
    expect({ loopback: isLoopback(host), machine: isThisMachine(host), private: isPrivate(host) }).toEqual({
      loopback: kind === 'loopback',
      machine: kind === 'loopback' || kind === 'this machine',
      private: kind === 'private',
    })
  })

  it('and in a URL', () => {
    // An empty host makes no URL, which is no host's.
    const url = `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:3000/path`
    expect(isLoopbackUrl(url)).toBe(kind === 'loopback')
    expect(isUrlOfThisMachine(url)).toBe(kind === 'loopback' || kind === 'this machine')
  })
})

it('an IPv4 address counts however a URL spells it', () => {
  expect(isLoopbackUrl('http://0x7f.1/')).toBe(true)
  expect(isLoopbackUrl('http://2130706433/')).toBe(true)
})

it.each([
  ['https://app.example', true],
  ['HTTPS://app.example', true],
  ['http://localhost:8080', true],
  ['http://app.localhost', true],
  ['http://127.0.0.2', true],
  ['http://[::1]', true],
  ['http://0.0.0.0:3000', false],
  ['http://192.168.1.10', false],
  ['http://app.example', false],
  ['null', false],
  ['', false],
])('%s is potentially trustworthy: %s', (url, expected) =>
  expect(isPotentiallyTrustworthy(url)).toBe(expected),
)
