import { describe, expect, it } from 'vitest'
import type { Chain } from '../../src/evidence/chain.ts'
import { possibleRedirectModes } from '../../src/evidence/redirect-modes.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { PAGE } from '../fetch/records.ts'
import { entry, type Given, preflight } from './entry.ts'

const FIREFOX = ['User-Agent: Mozilla/5.0 Gecko/20100101 Firefox/153.0', `Origin: ${PAGE}`]
const modes = (actual: HarEntry | null, asked: HarEntry | null = null) => {
  const chain: Chain = [{ actual, preflight: asked, standIn: null }]
  return possibleRedirectModes(chain)
}
const redirect = (to: string, given: Given = {}): HarEntry =>
  entry({ status: 302, received: [`Location: ${to}`], ...given })

describe('the redirect mode', () => {
  it('matters to nothing without a redirect', () => {
    expect(modes(entry())).toEqual(['follow'])
    expect(modes(entry({ status: 302 }))).toEqual(['follow'])
  })

  it('may be "error" where Chrome writes an error on the redirect, "manual" where it writes none', () => {
    expect(modes(redirect('/x', { vendor: { error: 'net::ERR_FAILED' } }))).toEqual(['follow', 'error'])
    expect(modes(redirect('/x', { vendor: { error: null } }))).toEqual(['follow', 'manual'])
    expect(modes(redirect('ftp://x.example/', { vendor: { error: null } }))).toEqual(['follow'])
  })

  it('is "follow" where a redirect before was followed', () => {
    const [first, last] = [
      redirect('/x', { vendor: { error: null } }),
      redirect('/y', { vendor: { error: null } }),
    ]
    const hop = (actual: HarEntry) => ({ actual, preflight: null, standIn: null })
    expect(possibleRedirectModes([hop(first), hop(last)])).toEqual(['follow'])
  })

  it('may be "manual" in Firefox where the recording ends at what it would not follow', () => {
    expect(modes(redirect('file:///x', { sent: FIREFOX }))).toEqual(['follow', 'manual'])
    expect(modes(redirect('https://x.example/', { sent: FIREFOX }))).toEqual(['follow'])
    expect(modes(redirect('file:///x'))).toEqual(['follow'])
  })

  it('decides how Firefox names a redirected preflight, so it stays open there, if the target could be followed', () => {
    const asked = (to: string, sent: readonly string[]) =>
      modes(null, preflight('PUT', { status: 301, sent, received: [`Location: ${to}`] }))
    expect(asked('/x', FIREFOX)).toEqual(['follow', 'error'])
    expect(asked('http://x.example/', FIREFOX)).toEqual(['follow'])
    expect(asked('data:,x', FIREFOX)).toEqual(['follow'])
    expect(asked('/x', [`Origin: ${PAGE}`])).toEqual(['follow'])
  })
})
