import { describe, expect, it } from 'vitest'
import { redactionFor } from '../../src/redact/redaction-for.ts'
import { chromeEntry } from '../make-har.ts'
import { diagnosed } from '../panel/panel-diagnoses.ts'

const entryWith = (token: string) => {
  const [entry] = diagnosed([
    chromeEntry({ url: 'https://api.test/x', request: { Authorization: `Bearer ${token}` } }),
  ]).entries
  if (entry === undefined) throw new Error('It could not be read')
  return entry
}
const [gone, kept, later] = ['kq93hxw2mfp0', 'zr71bvt8cnj4', 'pw55dgs6ykl1']

describe('secrets that are collected anew', () => {
  it('are masked until that is done, also what is noted meanwhile, and then those that are still needed', () => {
    const redaction = redactionFor(false)
    redaction.note(entryWith(gone))
    redaction.note(entryWith(kept))
    const isMasked = () =>
      [gone, kept, later].map((token) => !redaction.value(`a ${token} b`).includes(token))
    expect(isMasked()).toEqual([true, true, false])
    const renewal = redaction.renewal()
    expect(isMasked()).toEqual([true, true, false])
    renewal.add(entryWith(kept))
    redaction.note(entryWith(later))
    expect(isMasked()).toEqual([true, true, true])
    const before = redaction.known()
    renewal.done()
    expect(isMasked()).toEqual([false, true, true])
    expect(redaction.known()).toBeLessThan(before)
  })

  it('are those of the last time if it was begun twice', () => {
    const redaction = redactionFor(false)
    redaction.note(entryWith(gone))
    const first = redaction.renewal()
    redaction.renewal().add(entryWith(kept))
    first.done()
    expect(redaction.value(`a ${gone} b`)).not.toContain(gone)
  })
})
