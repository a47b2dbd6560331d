import { describe, expect, test } from 'vitest'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import type { Setting } from '../../../../src/fix/settings/setting.ts'
import type { Asked } from '../battery/ask.ts'
import { fetches } from '../chromium/fetches.ts'
import { codeOf } from '../start/code-of.ts'
import type { Running } from '../start/start.ts'

const PAGE = 'https://app.example.com'
const STRANGERS = ['https://evil.example.com', 'http://app.example.com']

const POLICY: CorsPolicy = {
  origins: [PAGE],
  methods: ['GET', 'PUT'],
  headers: ['x-request-id'],
  exposed: ['X-Total-Count'],
  credentials: true,
  maxAge: 600,
}

/** Something that a page of the policy may do once the product is set, and not before; `status` is what it then reads. */
export type Wanted = Omit<Asked, 'origin'> & { readonly path: string; readonly status: number }

/**
 * Runs a product without a setting and with it, and fetches from it in real Chromium: what was blocked is allowed, and
 * other origins are refused. `never` is what no setting may allow.
 */
export function settingBattery(
  setting: Setting,
  startWith: (lines: string) => Promise<Running>,
  { wants, never }: { readonly wants: readonly Wanted[]; readonly never: readonly Omit<Asked, 'origin'>[] },
): void {
  describe(`${setting.title}, in real Chromium`, () => {
    const fetched = fetches()
    const became = async (lines: string, origin: string, asked: readonly Omit<Asked, 'origin'>[]) => {
      const server = await startWith(lines)
      try {
        const seen: (number | 'blocked')[] = []
        for (const one of asked) {
          const result = await fetched(server.port, { ...one, origin })
          seen.push(result.type === 'shared' ? result.status : result.type)
        }
        return seen
      } finally {
        await server.stop()
      }
    }
    const blocked = (asked: readonly unknown[]) => asked.map(() => 'blocked')

    test('without the setting, the page is refused', async () =>
      expect(await became('', PAGE, wants)).toEqual(blocked(wants)))

    test('with it, the page is allowed what the policy says, and nothing else', async () => {
      const lines = codeOf(setting, POLICY)
      expect(await became(lines, PAGE, wants)).toEqual(wants.map(({ status }) => status))
      expect(await became(lines, PAGE, never)).toEqual(blocked(never))
    })

    test.each(STRANGERS)('%s stays refused', async (origin) =>
      expect(await became(codeOf(setting, POLICY), origin, wants)).toEqual(blocked(wants)),
    )

    test('a policy without headers allows none', async () => {
      const lines = codeOf(setting, { ...POLICY, headers: [] })
      const [first] = wants
      const asked = [{ ...first, headers: ['x-evil'] }]
      expect(await became(lines, PAGE, asked)).toEqual(['blocked'])
    })
  })
}
