import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deploymentPattern } from '../../src/fix/policy/deployment-pattern.ts'
import { editPolicy, parsePolicyEdit } from '../../src/fix/policy/edit-policy.ts'
import { isAllowedBy, wrongWithPattern } from '../../src/fix/policy/origin-pattern.ts'
import type { CorsPolicy } from '../../src/fix/policy/policy.ts'
import { respond } from '../../src/fix/policy/respond.ts'
import { APP, policies } from './policies.ts'

const PREVIEWS = 'https://shop-*-acme.vercel.app'

describe('a pattern of origins', () => {
  test.each([
    [PREVIEWS, 'https://shop-git-main-acme.vercel.app', true],
    [PREVIEWS, 'https://shop-9f8e7d6c5-acme.vercel.app', true],
    [PREVIEWS, 'https://shop-acme.vercel.app', false],
    [PREVIEWS, 'https://shop--acme.vercel.app', false],
    [PREVIEWS, 'http://shop-a-acme.vercel.app', false],
    [PREVIEWS, 'https://shop-a-acme.vercel.app.evil.example', false],
    [PREVIEWS, 'https://evil.example/https://shop-a-acme.vercel.app', false],
    [PREVIEWS, 'https://shop-a.evil-acme.vercel.app', false],
    [PREVIEWS, 'https://shop-a-acmeXvercel.app', false],
    [PREVIEWS, 'https://shop-a-acme.vercel.app:8443', false],
    [PREVIEWS, 'https://SHOP-A-ACME.vercel.app', false],
    [PREVIEWS, 'null', false],
    ['https://pr-*.preview.example.com', 'https://pr-12.preview.example.com', true],
    ['https://pr-*.preview.example.com', 'https://pr-1.2.preview.example.com', false],
  ])('%s and %s: %s', (pattern, origin, allowed) => {
    expect(wrongWithPattern(pattern)).toBeNull()
    expect(isAllowedBy([pattern], origin)).toBe(allowed)
    const policy = { ...policies.credentials, origins: [pattern] } as const satisfies CorsPolicy
    const given = respond(policy, origin, 'actual').filter(({ name }) => /allow-origin/i.test(name))
    expect(given.map(({ value }) => value)).toEqual(allowed ? [origin] : [])
  })

  test('stands for one label of letters, digits and hyphens, whatever is put there', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (label) => {
        const origin = PREVIEWS.replace('*', () => label)
        expect(isAllowedBy([PREVIEWS], origin)).toBe(/^[a-z0-9-]+$/.test(label))
      }),
    ))

  test.each([
    ['https://shop-git-feature-x-acme.vercel.app', 'https://shop-9f8e7d6c5-acme.vercel.app', PREVIEWS],
    ['https://shop-a-acme.vercel.app', 'https://other-b-acme.vercel.app', null],
    ['https://shop-a-acme.vercel.app', 'https://shop-a-evil.vercel.app', null],
    ['https://shop-a-acme.vercel.app', 'https://shop-b-acme.netlify.app', null],
    ['https://shop-a-acme.example.com', 'https://shop-b-acme.example.com', null],
    ['http://shop-a-acme.vercel.app', 'http://shop-b-acme.vercel.app', null],
    ['https://acme.github.io', 'https://acme.github.io', null],
  ])('of the deployments %s and %s is %s', (a, b, pattern) => {
    expect(deploymentPattern(a, b)).toBe(pattern)
    expect(deploymentPattern(b, a)).toBe(pattern)
  })
})

describe('origins that are added', () => {
  const edited = (policy: CorsPolicy, words: string) => {
    const edit = parsePolicyEdit(words)
    return 'invalid' in edit ? edit : editPolicy(policy, edit)
  }

  test('stay beside those that are there, each once', () =>
    expect(
      edited(policies['no-preflight'], `origins+=https://b.example,HTTPS://C.example:443/,${APP}`),
    ).toMatchObject({ origins: [APP, 'https://b.example', 'https://c.example'] }))

  test('replace those that a pattern allows too', () =>
    expect(
      edited(
        { ...policies['no-preflight'], origins: ['https://shop-a-acme.vercel.app', APP] },
        `origins+=${PREVIEWS}`,
      ),
    ).toMatchObject({ origins: [APP, PREVIEWS] }))

  test('go together with a list that replaces them', () =>
    expect(
      edited(policies.credentials, 'origins=https://a.example,origins+=https://b.example'),
    ).toMatchObject({ origins: ['https://a.example', 'https://b.example'] }))

  test.each(['origins+=', 'origins+=*', 'origins+=null', 'origins+=https://b.example,origins+='])(
    'are not %j',
    (words) => expect(edited(policies.credentials, words)).toHaveProperty('invalid'),
  )

  test('would narrow an API for everyone', () =>
    expect(edited(policies.public, `origins+=${APP}`)).toHaveProperty('invalid'))
})

test.each(['TRACE', 'connect', 'Track'])('no policy allows %s, which no page can send', (method) =>
  expect(parsePolicyEdit(`methods=${method}`)).toHaveProperty('invalid'),
)
