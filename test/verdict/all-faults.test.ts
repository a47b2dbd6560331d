import { describe, expect, it } from 'vitest'
import { failingChecks, nextFailingChecks } from '../../src/verdict/failing-checks.ts'
import { entry, preflight } from '../evidence/entry.ts'
import { PAGE } from '../fetch/records.ts'
import { words } from '../rules/test-rule.ts'
import { BLOCKED, ruleIds, verdictOn } from './verdict-on.ts'

const SENT = [
  `Origin: ${PAGE}`,
  'Cookie: a=b',
  'Authorization: Bearer t',
  'X-Api-Key: 1',
  'Sec-Fetch-Mode: cors',
]
const put = entry({ index: 0, method: 'PUT', sent: SENT, status: 0, vendor: BLOCKED })
const asked = (status: number, ...received: readonly string[]) =>
  preflight('PUT', { index: 1, names: 'authorization,x-api-key', status, received })

describe('a preflight with many faults', () => {
  // The wildcard with credentials, no Allow-Credentials, a status that is not ok, a list that does not parse,
  // a method that is not listed and headers that are not: each hides those behind it.
  const faulty = asked(
    404,
    'Access-Control-Allow-Origin: *',
    'Access-Control-Allow-Methods: GET; POST',
    'Access-Control-Allow-Headers: content-type',
  )

  it('shows the first as the cause and every other one at once', () =>
    expect(ruleIds(verdictOn([put, faulty]))).toBe(
      'allow-origin-wildcard-with-credentials / allow-credentials-missing preflight-status-not-ok ' +
        'allow-methods-invalid method-not-allowed header-not-allowed',
    ))

  it('shows them in the order in which each engine would come upon them', () => {
    expect(ruleIds(verdictOn([put, faulty], undefined, 'webkit'))).toBe(
      'preflight-status-not-ok / allow-origin-wildcard-with-credentials allow-credentials-missing ' +
        'allow-methods-invalid method-not-allowed header-not-allowed',
    )
    expect(ruleIds(verdictOn([put, faulty], undefined, 'spec'))).toBe(
      'allow-origin-wildcard-with-credentials / allow-credentials-missing preflight-status-not-ok ' +
        'allow-methods-invalid method-not-allowed authorization-not-listed header-not-allowed',
    )
  })

  it('states each with the values as they would be by then', () => {
    const next = nextFailingChecks(verdictOn([put, faulty]))
    const said = next.map(({ finding }) => words(finding.rule.summary(finding.args)))
    expect(said).toContain('The preflight response allows `GET, POST`, not `PUT`.')
    expect(said).toContain("The preflight response doesn't allow the headers `authorization` or `x-api-key`.")
    expect(next.every(({ phase, evidence }) => phase === 'preflight' && evidence[0]?.entry === 1)).toBe(true)
  })

  it('shows one fault alone where there is one', () => {
    const one = asked(
      204,
      `Access-Control-Allow-Origin: ${PAGE}`,
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Methods: PUT',
      'Access-Control-Allow-Headers: authorization',
    )
    expect(ruleIds(verdictOn([put, one]))).toBe('header-not-allowed / ')
  })

  it('goes on to the actual response where that was recorded', () => {
    const refused = { ...put, vendor: { ...put.vendor, error: undefined } }
    const verdict = verdictOn([{ ...refused, response: { ...put.response, status: 0 } }, asked(500)])
    expect(ruleIds(verdict)).toMatch(
      /^allow-origin-missing \/ allow-credentials-missing preflight-status-not-ok/,
    )
  })
})

describe('faults of which one depends', () => {
  it('say what they assume', () => {
    const verdict = verdictOn([
      entry({ sent: [`Origin: ${PAGE}`], received: ['Access-Control-Allow-Origin: https://b.example'] }),
    ])
    expect(ruleIds(verdict)).toBe('allow-origin-mismatch / allow-credentials-missing')
    expect(failingChecks(verdict).map(({ assuming }) => assuming)).toEqual([{}])
    expect(nextFailingChecks(verdict).map(({ assuming }) => assuming)).toEqual([
      { credentialsMode: 'include' },
    ])
  })
})

describe('a method that no list can name', () => {
  const method = 'PUT, X'
  const sent = SENT.slice(0, 1)
  const named = preflight(method, {
    index: 1,
    received: [`Access-Control-Allow-Origin: ${PAGE}`, 'Access-Control-Allow-Methods: GET'],
  })

  it('is said once: adding it again to the list would change nothing', () => {
    const verdict = verdictOn([entry({ index: 0, method, sent, status: 0, vendor: BLOCKED }), named])
    const ids = [...failingChecks(verdict), ...nextFailingChecks(verdict)].map(
      ({ finding }) => finding.rule.id,
    )
    expect(ids.filter((id) => id === 'method-not-allowed')).toHaveLength(1)
  })
})
