import { describe, expect, it } from 'vitest'
import { callStackOf, rowsOf } from '../../src/panel/detail/why/call-stack.ts'

const frame = (url: string, functionName = '') => ({ functionName, url, lineNumber: 4, columnNumber: 2 })
const entry = (stack: unknown) => ({ _initiator: { type: 'script', stack } })

describe('the call stack of an entry', () => {
  it('goes from the innermost frame to those that scheduled it', () =>
    expect(
      callStackOf(
        entry({
          callFrames: [frame('https://a.test/api.ts', 'load'), frame('')],
          parent: { callFrames: [frame('https://a.test/page.ts')] },
        }),
      ),
    ).toEqual([
      { url: 'https://a.test/api.ts', line: 4, column: 2, name: 'load', ofPackage: false },
      { url: 'https://a.test/page.ts', line: 4, column: 2, name: '', ofPackage: false },
    ]))

  it.each([
    'https://a.test/node_modules/axios/lib/adapters/xhr.js',
    'webpack://app/./node_modules/axios/index.js',
    'http://localhost:5173/node_modules/.vite/deps/axios.js?v=1',
    'https://a.test/_next/static/node_modules.pnpm/x.js',
    'chrome-extension://abc/hook.js',
  ])('knows %s as a package', (url) =>
    expect(callStackOf(entry({ callFrames: [frame(url)] }))[0]?.ofPackage).toBe(true),
  )

  it('counts frames of packages that stand together', () => {
    const frames = ['/a.ts', '/node_modules/b.js', '/node_modules/c.js', '/d.ts', '/node_modules/e.js'].map(
      (path) => frame(`https://a.test${path}`),
    )
    expect(
      rowsOf(callStackOf(entry({ callFrames: frames }))).map((row) =>
        'skipped' in row ? row.skipped : row.frame.url,
      ),
    ).toEqual(['https://a.test/a.ts', 2, 'https://a.test/d.ts', 1])
  })

  it('reads no more of a hostile entry than anybody wants to see', () => {
    const ring: { callFrames: unknown[]; parent?: unknown } = { callFrames: [frame('https://a.test/a')] }
    ring.parent = ring
    expect(callStackOf(entry(ring))).toHaveLength(60)
    for (const stack of [null, 3, 'x', { callFrames: { length: 9 } }, { callFrames: [null, 3, {}] }])
      expect(callStackOf(entry(stack))).toEqual([])
  })
})
