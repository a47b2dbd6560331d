import { describe, expect, test } from 'vitest'
import { progressLine } from '../../src/cli/progress-line.ts'
import { run } from '../../src/cli/run.ts'
import { chromeEntry, harText } from '../make-har.ts'

describe('the line that says how far the work is', () => {
  function line(columns: number) {
    let [time, written] = [0, '']
    const made = progressLine(
      (text) => {
        written += text
      },
      () => columns,
      () => time,
    )
    return {
      ...made,
      at: (now: number, words: string): string => {
        written = ''
        time = now
        made.show(words)
        return written
      },
      cleared: (): string => {
        written = ''
        made.clear()
        return written
      },
    }
  }

  test('isn’t shown for work that ends soon, and not more often than it can be read', () => {
    const { at, cleared } = line(80)
    expect(at(100, 'a')).toBe('')
    expect(cleared()).toBe('')
    expect(at(1000, 'b')).toBe('\r\x1b[Kb')
    expect(at(1010, 'c')).toBe('')
    expect(at(1200, 'd')).toBe('\r\x1b[Kd')
    expect(cleared()).toBe('\r\x1b[K')
    expect(cleared()).toBe('')
  })

  test('never wraps', () => {
    expect(line(11).at(1000, '0123456789abc')).toBe('\r\x1b[K0123456789')
    const wide = 'a'.repeat(100)
    expect(line(0).at(1000, wide), 'in a terminal that doesn’t state its width').toBe(
      `\r\x1b[K${'a'.repeat(79)}`,
    )
  })
})

describe('with progress', () => {
  const many = harText(
    Array.from({ length: 450 }, () => chromeEntry({ error: 'net::ERR_FAILED', response: {} })),
  )

  async function progressOf(args: readonly string[]): Promise<readonly string[]> {
    const shown: string[] = []
    await run(args, {
      read: async function* () {
        yield new TextEncoder().encode(many)
      },
      sample: '',
      out: () => undefined,
      err: () => undefined,
      color: false,
      debug: false,
      width: 80,
      listWidth: 80,
      progress: {
        show: (words) => void shown.push(words),
        clear: () => void shown.push('cleared'),
      },
    })
    return shown
  }

  test.each([[['explain', 'a.har']], [['fix', 'a.har', '--for', 'nginx']], [['diff', 'a.har', 'a.har']]])(
    '%j says bytes, entries and what is blocked, and takes it back',
    async (args) => {
      const shown = await progressOf(args)
      expect(shown[0]).toMatch(/^a\.har: 0\.4 MB, \d+ entries$/)
      expect(shown).toContain(
        `a.har: ${(many.length / 1e6).toFixed(1)} MB, 450 entries, 400 requests checked, 400 blocked so far`,
      )
      expect(shown.at(-1)).toBe('cleared')
    },
  )
})
