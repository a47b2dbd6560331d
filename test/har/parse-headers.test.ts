import { describe, expect, it } from 'vitest'
import { parseHeaders } from '../../src/har/parse-headers.ts'

describe('parseHeaders', () => {
  it('trims blanks around a value and keeps those inside it', () => {
    expect(parseHeaders([{ name: 'A', value: ' \t a \t b\t ' }])).toEqual([{ name: 'A', value: 'a \t b' }])
    expect(parseHeaders([{ name: 'A', value: ' \t ' }])).toEqual([{ name: 'A', value: '' }])
    expect(parseHeaders([{ name: 'A', value: ' a \r\n b ' }]).map(({ value }) => value)).toEqual(['a', 'b'])
  })
})
