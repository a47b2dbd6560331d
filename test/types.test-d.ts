import { describe, test } from 'vitest'
import type { PolicyEdit } from '../src/fix/policy/edit-policy.ts'
import type { CorsPolicy } from '../src/fix/policy/policy.ts'

/** What must not compile: a line below `@ts-expect-error` that does is an error itself. */
describe('a policy', () => {
  const grants = { methods: ['PUT'], headers: [], exposed: [], maxAge: null }
  const policy: (policy: CorsPolicy) => void = () => undefined

  test('for named origins may have credentials, one for everyone none', () => {
    policy({ ...grants, origins: ['https://app.example'], credentials: true })
    policy({ ...grants, origins: ['https://app.example'], credentials: false })
    policy({ ...grants, origins: '*', credentials: false })
    // @ts-expect-error browsers refuse it, and servers make of it that everyone acts as the user
    policy({ ...grants, origins: '*', credentials: true })
  })

  test('for everyone has no credentials that are decided later', () => {
    const credentials: boolean = JSON.parse('false')
    // @ts-expect-error it may be true
    policy({ ...grants, origins: '*', credentials })
  })

  test('names an origin', () => {
    // @ts-expect-error it would allow nobody
    policy({ ...grants, origins: [], credentials: false })
  })

  test('that was edited is made by editPolicy alone', () => {
    const before: CorsPolicy = { ...grants, origins: '*', credentials: false }
    const edit: PolicyEdit = { credentials: true }
    // @ts-expect-error the edit may bring * and credentials together
    policy({ ...before, ...edit })
  })
})
