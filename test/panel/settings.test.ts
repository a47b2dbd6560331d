import { afterEach, describe, expect, it, vi } from 'vitest'
import { initialSettings, rememberedSettings, rememberSettings } from '../../src/panel/state/settings.ts'

/** Stands in for the browser's storage. */
function storageWith(text: string | null): Map<string, string> {
  const stored = new Map<string, string>(text === null ? [] : [['whycors.settings', text]])
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  })
  return stored
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the settings', () => {
  it('are found again as they were left', () => {
    storageWith(null)
    expect(rememberedSettings()).toEqual(initialSettings)
    const changed = {
      ...initialSettings,
      grouping: 'time',
      sort: { column: 'host', descending: true },
      columns: { type: { shown: false, width: null }, host: { shown: null, width: 222 } },
      keep: 1000,
      secrets: true,
      preserveLog: true,
      split: 55,
    } as const
    rememberSettings(changed)
    expect(rememberedSettings()).toEqual(changed)
  })

  it.each([
    'no JSON',
    'null',
    '[]',
    '{"grouping":7,"sort":{"column":"__proto__"},"columns":{"nope":{}},"keep":-1,"secrets":"yes","split":"wide"}',
  ])('are as at first where what was stored makes no sense: %s', (text) => {
    storageWith(text)
    expect(rememberedSettings()).toEqual(initialSettings)
  })

  it('stay within their limits', () => {
    storageWith('{"split":99,"columns":{"host":{"shown":true,"width":1e9},"type":{"width":-4}}}')
    const { split, columns } = rememberedSettings()
    expect(split).toBe(80)
    expect(columns).toEqual({ host: { shown: true, width: 900 }, type: { shown: null, width: 24 } })
  })

  it('hold without a storage too, as long as the page is open', () => {
    vi.stubGlobal('localStorage', undefined)
    rememberSettings({ ...initialSettings, keep: 1000 })
    expect(rememberedSettings()).toEqual(initialSettings)
  })
})
