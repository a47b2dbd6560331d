import { expect, it, vi } from 'vitest'
import { makeStore } from '../../src/panel/state/store.ts'

it('keeps nothing that belongs to the panel’s document', () => {
  const store = makeStore()
  const selection = { type: 'exchange', id: '0:1' } as const
  store.dispatch({ type: 'select', selection })
  expect(store.get().selected).toEqual(selection)
  expect(store.get().selected).not.toBe(selection)
  const draft = { origins: ['https://a.test'] } as never
  store.dispatch({ type: 'draft policy', target: 'https://api.test', draft })
  expect(store.get().detail.drafts.get('https://api.test')).toEqual(draft)
  expect(store.get().detail.drafts.get('https://api.test')).not.toBe(draft)
})

it('forgets a listener whose document is gone, and tells the others', () => {
  const store = makeStore()
  const told: string[] = []
  store.subscribe(() => {
    told.push('gone')
    throw new TypeError("can't access dead object")
  })
  store.subscribe(() => told.push('there'))
  store.dispatch({ type: 'pause', paused: true })
  store.dispatch({ type: 'pause', paused: false })
  expect(told).toEqual(['gone', 'there', 'there'])
  expect(store.get().paused).toBe(false)
})

it('keeps a listener that fails for another reason, and says so', () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const store = makeStore()
  const told: (string | null)[] = []
  const error = new TypeError('x is undefined')
  store.subscribe(() => {
    told.push('failing')
    throw error
  })
  store.subscribe(() => told.push(store.get().failure))
  store.dispatch({ type: 'pause', paused: true })
  expect(store.get().failure).toContain('TypeError: x is undefined')
  expect(told).toEqual(['failing', null, 'failing', store.get().failure])
  expect(printed.mock.calls).toEqual([[error]])
  printed.mockRestore()
})
