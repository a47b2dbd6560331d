import { describe, expect, it } from 'vitest'
import { isNamed } from '../../src/har/is-named.ts'
import { parseHeaders, withoutRepetitions } from '../../src/har/parse-headers.ts'

describe('parseHeaders', () => {
  it('trims blanks around a value and keeps those inside it', () => {
    expect(parseHeaders([{ name: 'A', value: ' \t a \t b\t ' }])).toEqual([{ name: 'A', value: 'a \t b' }])
    expect(parseHeaders([{ name: 'A', value: ' \t ' }])).toEqual([{ name: 'A', value: '' }])
    expect(parseHeaders([{ name: 'A', value: ' a \r\n b ' }]).map(({ value }) => value)).toEqual(['a', 'b'])
    expect(parseHeaders([{ name: 'A', value: ' \r\n ' }])).toEqual([{ name: 'A', value: '' }])
    expect(parseHeaders([{ name: 'A', value: 'a\rb' }])).toEqual([{ name: 'A', value: 'a\rb' }])
  })

  it('keeps one copy of headers that recur, whatever else was met between them', () => {
    const read = (name: string, value: string) => parseHeaders([{ name, value }])[0]
    const first = read('Accept', '*/*')
    expect(read('Accept', '*/*')).toBe(first)
    expect(read('accept', '*/*')).toEqual({ name: 'accept', value: '*/*' })
    expect(read('Accept', '*')).toEqual({ name: 'Accept', value: '*' })
    for (let i = 0; i < 10_000; i++) expect(read('X-Id', `${i}`)?.value).toBe(`${i}`)
    expect(read('Accept', '*/*')).toEqual(first)
    expect(read('__proto__', 'constructor')).toEqual({ name: '__proto__', value: 'constructor' })
  })
})

describe('withoutRepetitions', () => {
  it.each([3, 300])('removes what is repeated exactly, of %i headers', (count) => {
    const headers = Array.from({ length: count }, (_, i) => ({ name: `X-${i}`, value: 'same' }))
    const repeated = [...headers, { name: 'x-1', value: 'same' }, { name: 'X-1', value: 'Same' }]
    expect(withoutRepetitions(repeated)).toEqual([...headers, { name: 'X-1', value: 'Same' }])
  })
})

describe('isNamed', () => {
  it('compares names whatever the case of their ASCII letters, and of no others', () => {
    expect(isNamed('cOOkie', 'cookie')).toBe(true)
    expect(isNamed('cookies', 'cookie')).toBe(false)
    expect(isNamed('coo\u212aie', 'cookie')).toBe(false)
    expect(isNamed('ho\u017ft', 'host')).toBe(false)
  })
})
