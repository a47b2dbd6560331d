import { describe, expect, it } from 'vitest'
import { corsCheck } from '../../src/fetch/cors-check.ts'
import type { CredentialsMode } from '../../src/fetch/request.ts'
import type { FailedStep } from '../../src/fetch/steps.ts'
import { response } from './records.ts'

const allow = (origin: string | null, credentials: string | null) =>
  response(
    200,
    ...(origin === null ? [] : [`Access-Control-Allow-Origin: ${origin}`]),
    ...(credentials === null ? [] : [`Access-Control-Allow-Credentials: ${credentials}`]),
  )

describe('the table "CORS protocol and credentials" of the standard', () => {
  it.each<[CredentialsMode, string, string | null, boolean]>([
    ['omit', '*', null, true],
    ['omit', '*', 'true', true],
    ['omit', 'https://rabbit.invalid/', null, false],
    ['omit', 'https://rabbit.invalid', null, true],
    ['include', '*', 'true', false],
    ['include', 'https://rabbit.invalid', 'true', true],
    ['include', 'https://rabbit.invalid', 'True', false],
  ])(
    '%s, Allow-Origin %s, Allow-Credentials %s: shared is %s',
    (credentialsMode, origin, credentials, shared) => {
      const request = { origin: 'https://rabbit.invalid', credentialsMode }
      expect(corsCheck(request, allow(origin, credentials)) === null).toBe(shared)
    },
  )
})

describe('corsCheck', () => {
  const O = 'https://app.example'
  it.each<[string, CredentialsMode, string | null, string | null, FailedStep | null]>([
    ['no header', 'omit', null, null, 'CORS check: no origin'],
    ['no header, credentials allowed', 'include', null, 'true', 'CORS check: no origin'],
    ['an empty value is a value', 'omit', '', null, 'CORS check: origin differs'],
    ['another origin', 'same-origin', 'https://b.example', null, 'CORS check: origin differs'],
    ['other letter case', 'same-origin', 'https://App.example', null, 'CORS check: origin differs'],
    ['the default port', 'same-origin', 'https://app.example:443', null, 'CORS check: origin differs'],
    ['the value null is an origin like any other', 'same-origin', 'null', null, 'CORS check: origin differs'],
    ['a quoted wildcard', 'same-origin', '"*"', null, 'CORS check: origin differs'],
    ['the wildcard in a list', 'same-origin', '*, https://app.example', null, 'CORS check: origin differs'],
    ['same-origin ignores Allow-Credentials', 'same-origin', O, 'false', null],
    ['include needs Allow-Credentials', 'include', O, null, 'CORS check: credentials'],
    ['include needs it to be true', 'include', O, 'false', 'CORS check: credentials'],
    ['twice true is not true', 'include', O, 'true, true', 'CORS check: credentials'],
    [
      'the origin is compared before the credentials',
      'include',
      'https://b.example',
      null,
      'CORS check: origin differs',
    ],
    ['the wildcard is no origin to include', 'include', '*', null, 'CORS check: origin differs'],
  ])('%s', (_, credentialsMode, origin, credentials, step) =>
    expect(corsCheck({ origin: O, credentialsMode }, allow(origin, credentials))).toBe(step),
  )

  it('reads repeated lines as one value, so two equal origins differ from one', () => {
    const twice = response(200, `Access-Control-Allow-Origin: ${O}`, `access-control-allow-origin: ${O}`)
    expect(corsCheck({ origin: O, credentialsMode: 'omit' }, twice)).toBe('CORS check: origin differs')
  })

  it('lets an opaque origin be allowed by null, with credentials too', () => {
    const request = { origin: 'null', credentialsMode: 'include' as const }
    expect(corsCheck(request, allow('null', 'true'))).toBeNull()
  })

  it('does not look at the status', () =>
    expect(
      corsCheck({ origin: O, credentialsMode: 'omit' }, { ...allow('*', null), status: 500 }),
    ).toBeNull())
})
