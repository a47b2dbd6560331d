import { describe, expect, test } from 'vitest'
import { type Audit, auditApi } from '../../../src/audit/audit-api.ts'
import type { Found } from '../../../src/audit/find-all.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { sendOverNetwork } from '../../../src/network/send-over-network.ts'
import { plain } from '../../../src/text/plain.ts'
import { APP, policies } from '../../fix/policies.ts'
import type { Running } from '../../fix/servers/start/start.ts'

/** A mistake as people make it, and exactly what an audit has to find. */
export interface Mistake {
  readonly name: string
  readonly start: () => Promise<Running>
  /** The lints, in any order. */
  readonly finds: readonly string[]
  /** A part of the setting that the first finding's fix has to name. */
  readonly setting: string
  /** The severity of the first finding. */
  readonly severity: Found['severity']
  /** Default: one page, that of `https://app.example.com`. */
  readonly origins?: readonly string[]
}

/** How a server is audited here. */
export interface AuditedServer {
  readonly mistakes: readonly Mistake[]
  /** Starts the server with the snippet that WhyCORS writes for a policy. */
  readonly own: (policy: CorsPolicy) => Promise<Running>
}

/** Tests that an audit finds each mistake in a real server, and nothing else, and nothing in WhyCORS's own snippets. */
export function audits(server: string, { mistakes, own }: AuditedServer): void {
  describe(`an audit of ${server}`, () => {
    test.each(mistakes)('finds $name', async ({ start, finds, setting, severity, origins = [APP] }) => {
      const { found, undecided } = await auditRunning(await start(), origins)
      expect(found.map(({ lint }) => lint.id).sort()).toEqual([...finds].sort())
      expect(found[0]?.severity).toBe(severity)
      expect(plain(found[0]?.fix ?? [], (value) => value)).toContain(setting)
      expect(undecided.flatMap(({ lints }) => lints).filter((id) => finds.includes(id))).toEqual([])
    })

    test.each(['credentials', 'no-preflight', 'public'] as const)(
      'finds nothing in our own snippet (%s)',
      async (name) => {
        const policy = policies[name]
        const { origins } = policy
        const { found } = await auditRunning(await own(policy), origins === '*' ? [APP] : origins)
        expect(found.map(({ lint, summary }) => [lint.id, plain(summary, (value) => value)])).toEqual([])
      },
    )
  })
}

async function auditRunning(running: Running, origins: readonly string[]): Promise<Audit> {
  try {
    return await auditApi(
      { url: `http://127.0.0.1:${running.port}/items`, origins, headers: [] },
      { send: sendOverNetwork, timeout: 10_000, insecure: false, lookUp: async () => 'unknown' },
    )
  } finally {
    await running.stop()
  }
}
