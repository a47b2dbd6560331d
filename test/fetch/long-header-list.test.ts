import { expect, it } from 'vitest'
import { get, type HeaderList, valuesOf } from '../../src/fetch/header-list.ts'

const many: HeaderList = Array.from({ length: 1000 }, (_, i) => ({ name: `X-${i}`, value: String(i) }))
const both: HeaderList = [
  { name: 'Vary', value: 'a' },
  { name: 'vARY', value: '' },
  { name: 'Other', value: 'c' },
]

it.each([
  ['a short', both],
  ['a long', [...many, ...both]],
])('%s list has the values of a name, in order and joined', (_, list) => {
  expect(valuesOf(list, 'VARY')).toEqual(['a', ''])
  expect(get(list, 'vary')).toBe('a, ')
  expect(get(list, 'Other')).toBe('c')
  expect(valuesOf(list, 'none')).toEqual([])
  expect(get(list, 'none')).toBe(null)
})

it('a long list is read once, however many headers are looked for', () => {
  let reads = 0
  const list = many.map(({ name, value }) => ({
    get name() {
      reads++
      return name
    },
    value,
  }))
  for (const { name, value } of many)
    expect([get(list, name), valuesOf(list, name)]).toEqual([value, [value]])
  expect(reads).toBe(many.length)
})
