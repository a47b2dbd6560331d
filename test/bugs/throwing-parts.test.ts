import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { causes } from '../../src/causes/registry.ts'
import { run } from '../../src/cli/run.ts'
import { diagnose } from '../../src/diagnose.ts'
import { javascript } from '../../src/fix/generators/quote/javascript.ts'
import { nginx } from '../../src/fix/generators/quote/nginx.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { explain } from '../../src/library/explain.ts'
import { bugNotice } from '../../src/panel/state/bug-notice.ts'

const BROKEN = 'needless-preflight-trigger'

const fail = (): never => {
  throw new TypeError('no such\nthing: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop')
}

// It throws wherever it is asked, with a secret in what it says.
beforeAll(() => {
  const [cause] = causes.filter(({ id }) => id === BROKEN)
  if (cause === undefined) throw new Error('no such cause')
  vi.spyOn(cause, 'recognize').mockImplementation(fail)
})
afterAll(() => {
  vi.restoreAllMocks()
})

const path = new URL('../recordings/chromium-devtools.har', import.meta.url)
const har = readFileSync(path, 'utf8')

async function whycors(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args, {
    read: () => new Blob([har]).stream(),
    sample: 'sample.har',
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    color: false,
    debug: false,
    width: 80,
    listWidth: 80,
  })
  return { code, out: out.join(''), err: err.join('') }
}

const LINE =
  /^whycors: a bug, please report it: the root cause needless-preflight-trigger failed, the rest is complete: no such thing: Bearer \S+$/m

describe('a cause that throws', () => {
  test('is in the report, once, and the rest of the report is whole', async () => {
    const { exchanges, bugs } = await explain(har)
    expect(bugs).toHaveLength(1)
    expect(bugs?.[0]).toMatchObject({ where: 'root cause', id: BROKEN })
    expect(exchanges.flatMap(({ rootCauses }) => rootCauses).length).toBeGreaterThan(0)
    expect(exchanges.flatMap(({ rootCauses }) => rootCauses.map(({ id }) => id))).not.toContain(BROKEN)
  })

  test.each(['text', 'markdown', 'json', 'sarif'])(
    'is one line of standard error, and exit 2 (%s)',
    async (format) => {
      const { code, out, err } = await whycors('explain', '--format', format, 'a.har')
      expect(err).toMatch(LINE)
      expect(err.trim().split('\n')).toHaveLength(1)
      expect(err).not.toContain('eyJzdWIiOiIxIn0')
      expect(out.length).toBeGreaterThan(100)
      expect(out).not.toContain('eyJzdWIiOiIxIn0')
      expect(code).toBe(2)
    },
  )

  test.each([
    ['fix', '--for', 'nginx', 'a.har'],
    ['fix', '--proxy', 'vite', 'a.har'],
  ])('is named by %s %s %s, which asks what comes before CORS', async (...args) => {
    const { code, out, err } = await whycors(...args)
    expect(err).toMatch(LINE)
    expect(out).not.toBe('')
    expect(code).toBe(2)
  })

  test.each([
    { flag: '--for', part: 'generator', id: 'nginx' },
    { flag: '--proxy', part: 'proxy', id: 'vite' },
  ])('that is a $part is one line of standard error, and exit 2', async ({ flag, part, id }) => {
    const spy = vi.spyOn(nginx, 'literal').mockImplementation(fail)
    const proxySpy = vi.spyOn(javascript, 'literal').mockImplementation(fail)
    const { code, out, err } = await whycors('fix', flag, id, 'a.har')
    spy.mockRestore()
    proxySpy.mockRestore()
    expect(err).toMatch(
      new RegExp(
        `^whycors: a bug, please report it: the ${part} ${id} failed, the rest .*: no such thing`,
        'm',
      ),
    )
    expect(err).not.toContain('eyJzdWIiOiIxIn0')
    expect(err).not.toContain('no configuration for')
    expect(out).toBe('')
    expect(code).toBe(2)
  })

  test('is a notice of the panel', () => {
    const { recording, entries } = readHarText(har, 0, 'a.har')
    const diagnoses = diagnose(recording, entries, { engine: null, show: (value) => value })
    expect(bugNotice(diagnoses)).toBeNull()
    for (const { rootCauses } of diagnoses) expect(rootCauses).toBeDefined()
    expect(bugNotice(diagnoses)).toMatch(
      /^A bug in WhyCORS, please report it: the root cause needless-preflight-trigger failed: no such/,
    )
    expect(bugNotice(diagnoses.map((one) => ({ ...one, bugs: [] })))).toBeNull()
  })
})
