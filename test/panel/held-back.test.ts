import { expect, test } from 'vitest'
import { heldBack } from '../../src/panel/browser/held-back.ts'
import type { Inspected } from '../../src/panel/state/inspected.ts'

function fakePage() {
  let enter: (entry: unknown) => void = () => undefined
  let navigate: (url: string) => void = () => undefined
  const page: Inspected = {
    browser: 'chromium',
    onEntry: (listener) => {
      enter = listener
    },
    onNavigated: (listener) => {
      navigate = listener
    },
    entriesSoFar: async () => [],
    evaluate: async () => null,
    openInNetwork: null,
    reload: () => undefined,
    openSource: async () => false,
  }
  return { page, enter: (entry: unknown) => enter(entry), navigate: (url: string) => navigate(url) }
}

test('events come to every listener in their order, those from before the release too', () => {
  const { page, enter, navigate } = fakePage()
  let starts = 0
  const { inspected, release } = heldBack(page, () => void starts++)
  const seen: unknown[] = []
  expect(starts).toBe(0)
  enter(1)
  navigate('https://a.example/')
  enter(2)
  expect(starts).toBe(1)
  inspected.onEntry((entry) => void seen.push(entry))
  inspected.onNavigated((url) => void seen.push(url))
  inspected.onNavigated((url) => void seen.push(`again ${url}`))
  expect(seen).toEqual([])
  release()
  enter(3)
  expect(seen).toEqual([1, 'https://a.example/', 'again https://a.example/', 2, 3])
  expect(starts).toBe(1)
})
