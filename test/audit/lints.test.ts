import { describe, expect, test } from 'vitest'
import { lints } from '../../src/audit/lints/index.ts'
import { auditFake, idsOf } from './fake-api.ts'
import { careful, MISTAKES } from './mistakes.ts'

describe('each lint finds its mistake, and nothing else', () => {
  test.each(MISTAKES.map(([id, severity, fake, target = {}]) => ({ id, severity, fake, target })))(
    '$id ($severity)',
    async ({ id, severity, fake, target }) => {
      const audit = await auditFake(fake, target)
      expect(idsOf(audit)).toEqual([id])
      expect(audit.found[0]?.severity).toBe(severity)
      expect(audit.found[0]?.evidence.length).toBeGreaterThan(0)
      expect(audit.bugs).toEqual([])
    },
  )

  test('there is a case of every lint', () => {
    const special = ['origin-does-not-exist']
    expect([...new Set([...MISTAKES.map(([id]) => id), ...special])].sort()).toEqual(
      lints.map(({ id }) => id).sort(),
    )
  })
})

test('a careful server has no findings and leaves nothing open', async () => {
  const audit = await auditFake(careful)
  expect(idsOf(audit)).toEqual([])
  expect(audit.undecided).toEqual([])
})
