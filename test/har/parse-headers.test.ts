import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { parseHeaders } from '../../src/har/parse-headers.ts'

describe('parseHeaders', () => {
  it('trims blanks around a value and keeps those inside it', () => {
    expect(parseHeaders([{ name: 'A', value: ' \t a \t b\t ' }])).toEqual([{ name: 'A', value: 'a \t b' }])
    expect(parseHeaders([{ name: 'A', value: ' \t ' }])).toEqual([{ name: 'A', value: '' }])
    expect(parseHeaders([{ name: 'A', value: ' a \r\n b ' }]).map(({ value }) => value)).toEqual(['a', 'b'])
  })

  it('needs time in proportion to the blanks inside a value', () => {
    const time = (blanks: number): number => {
      const headers = [{ name: 'A', value: `a${' '.repeat(blanks)}b` }]
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now()
        parseHeaders(headers)
        return performance.now() - start
      })
      return Math.min(...times)
    }
    // 16 times as many: a square law takes 256 times as long. The constant keeps the clock's grain out.
    expect(time(64_000)).toBeLessThan(64 * (time(4_000) + 0.1))
  })
})
