import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editPolicy, parsePolicyEdit } from '../../src/fix/policy/edit-policy.ts'
import { merge } from '../../src/fix/policy/merge.ts'
import type { CorsPolicy } from '../../src/fix/policy/policy.ts'
import { policyFor } from '../../src/fix/policy/policy-for.ts'
import { isSerializedOrigin } from '../../src/fix/policy/serialized-origin.ts'
import { plain } from '../../src/text/plain.ts'
import { APP, LOCAL, policies } from './policies.ts'

const needs = { origin: APP, method: 'PUT', headers: ['X-B', 'x-a'], credentials: true, preflight: true }

describe('a serialized origin', () => {
  test.each([APP, LOCAL, 'https://[::1]:3000', 'http://a.b.example:8080'])('is %s', (value) =>
    expect(isSerializedOrigin(value)).toBe(true),
  )

  test.each([
    ...['', '*', 'null', 'app.example.com', '//app.example.com', `${APP}/`, `${APP}/a`, `${APP}?`, `${APP}#`],
    ...[`${APP}:443`, 'http://localhost:80', 'https://App.example.com', `${APP} `, ` ${APP}`, `${APP}\n`],
    ...['https://user@app.example.com', 'https://*.example.com', 'https:/app.example.com', `${APP}\\`],
    ...[
      'file://',
      'ftp://a.example',
      'data:,',
      'chrome-extension://',
      'chrome-extension://abc/',
      'myapp://abc',
      `${APP}, ${LOCAL}`,
      `${APP},${LOCAL}`,
    ],
  ])('is not %j', (value) => expect(isSerializedOrigin(value)).toBe(false))
})

describe('the policy for one request', () => {
  test('allows exactly that', () =>
    expect(policyFor(needs)).toEqual({
      origins: [APP],
      methods: ['PUT'],
      headers: ['x-a', 'x-b'],
      exposed: [],
      credentials: true,
      maxAge: 7200,
    }))

  test('asks for no cached preflight where there is none', () =>
    expect(policyFor({ ...needs, preflight: false })?.maxAge).toBeNull())

  test.each([
    { ...needs, origin: 'null' },
    { ...needs, origin: '*' },
    { ...needs, origin: 'file://' },
    { ...needs, method: 'PUT, X' },
    { ...needs, headers: ['x-a\r\nx-b'] },
  ])('does not exist for %j', (wrong) => expect(policyFor(wrong)).toBeNull())
})

const origin = fc.constantFrom(APP, LOCAL, 'https://b.example', 'null', '*')
const name = fc.constantFrom('x-a', 'x-b', 'X-A', 'content-type')
const policyOfOne = fc
  .record({
    origin,
    method: fc.constantFrom('GET', 'PUT', 'patch'),
    headers: fc.array(name),
    credentials: fc.boolean(),
    preflight: fc.boolean(),
  })
  .map(policyFor)
  .filter((policy): policy is CorsPolicy => policy !== null)
const anyPolicy = fc.oneof(policyOfOne, fc.constantFrom<CorsPolicy>(...Object.values(policies)))
const several = fc
  .tuple(anyPolicy, fc.array(anyPolicy, { maxLength: 4 }))
  .map(([a, rest]) => [a, ...rest] as const)

describe('merged policies', () => {
  test('allow exactly what one of them allows', () =>
    fc.assert(
      fc.property(several, (all) => {
        const merged = merge(all)
        const union = (read: (policy: CorsPolicy) => readonly string[]) =>
          [...new Set(all.flatMap((policy) => read(policy)))].sort()
        expect(merged.methods).toEqual(union(({ methods }) => methods))
        expect(merged.headers).toEqual(union(({ headers }) => headers))
        expect(merged.exposed).toEqual(union(({ exposed }) => exposed))
        expect(merged.credentials).toBe(all.some(({ credentials }) => credentials))
        if (merged.origins !== '*')
          expect(merged.origins).toEqual(union(({ origins }) => (origins === '*' ? [] : origins)))
      }),
    ))

  test('never have * and credentials, nor "null" among their origins', () =>
    fc.assert(
      fc.property(several, (all) => {
        const { origins, credentials } = merge(all)
        expect(origins === '*' && credentials).toBe(false)
        expect(origins).not.toContain(origins === '*' ? 'null' : '*')
        expect(origins).not.toContain('null')
      }),
    ))

  test('merging again changes nothing', () =>
    fc.assert(
      fc.property(several, (all) => {
        expect(merge([merge(all), ...all])).toEqual(merge(all))
      }),
    ))
})

describe('an edit of a policy', () => {
  test('replaces the parts that it names', () =>
    expect(
      parsePolicyEdit(
        `origins=${APP},${LOCAL},methods=GET,PUT,headers=X-A,exposed=,credentials=false,max-age=60`,
      ),
    ).toEqual({
      origins: [APP, LOCAL],
      methods: ['GET', 'PUT'],
      headers: ['x-a'],
      exposed: [],
      credentials: false,
      maxAge: 60,
    }))

  test.each([
    ['HTTPS://App.Example.COM:443/', 'https://app.example.com'],
    ['http://localhost:80', 'http://localhost'],
    ['capacitor://localhost', 'capacitor://localhost'],
    ['chrome-extension://abcdef', 'chrome-extension://abcdef'],
  ])('reads %s as the origin %s', (written, origin) =>
    expect(parsePolicyEdit(`origins=${written}`)).toEqual({ origins: [origin] }),
  )

  test.each([
    ['https://a.example/path', /path: an origin ends after the host and port \(`https:\/\/a\.example`\)/],
    ['a.example', /no scheme: write `https:\/\/a\.example`\./],
    ['https://*.a.example', /every host below `a\.example`/],
    ['https://*.vercel.app', /every host below `vercel\.app`/],
    ['https://shop-*.vercel.app', /other people's hosts: anyone can have one below `vercel\.app`/],
    ['https://*-acme.github.io', /other people's hosts/],
    ['https://shop-*.com', /other people's hosts/],
    ['http://shop-*-acme.vercel.app', /isn't https/],
    ['https://shop-*-*.vercel.app', /more than one `\*`/],
    ['https://shop.*.vercel.app', /isn't in the first label/],
    ['https://shop-*-acme.vercel.app/x', /has a path: .*`https:\/\/shop-\*-acme\.vercel\.app`/],
    ['shop-*-acme.vercel.app', /isn't|not an origin|no scheme/],
    ['null', /can't be allowed/],
    ['file:///tmp/a.html', /no origin/],
    ['https://me@a.example', /user name/],
    ['ftp://a.example', /is unknown/],
  ])('names the one thing that is wrong with %s', (written, wrong) => {
    const edit = parsePolicyEdit(`origins=${written}`)
    expect('invalid' in edit ? plain(edit.invalid, (value) => value) : '').toMatch(wrong)
  })

  test('takes the maximum age out', () => expect(parsePolicyEdit('max-age=')).toEqual({ maxAge: null }))

  test.each([
    ...['origin=https://a.example', 'https://a.example', '', 'origins=', `origins=${APP}/a`, 'origins=null'],
    ...[`origins=*,${APP}`, 'methods=*', 'methods=G ET', 'headers=*', 'headers=a:b', 'exposed=*'],
    ...[
      'credentials=yes',
      'credentials=',
      'max-age=-1',
      'max-age=1.5',
      'max-age=9999999999',
      'max-age=1,max-age=2',
    ],
  ])('is not %j', (words) => expect(parsePolicyEdit(words)).toHaveProperty('invalid'))

  test('cannot bring * and credentials together', () => {
    expect(editPolicy(policies.credentials, { origins: '*' })).toHaveProperty('invalid')
    expect(editPolicy(policies.public, { credentials: true })).toHaveProperty('invalid')
    expect(editPolicy(policies.credentials, { origins: '*', credentials: false })).toMatchObject({
      origins: '*',
    })
  })

  test('of any words is one or says why not, and never grants everything', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              'origins=',
              'headers=',
              'methods=*',
              'origins=*',
              'credentials=true',
              'null',
              APP,
              ',',
            ),
            fc.string({ unit: 'binary', maxLength: 8 }),
          ),
        ),
        (words) => {
          const edit = parsePolicyEdit(words.join(','))
          if ('invalid' in edit) return
          const edited = editPolicy(policies.credentials, edit)
          if ('invalid' in edited) return
          expect(edited.origins === '*' && edited.credentials).toBe(false)
          expect([...edited.methods, ...edited.headers, ...edited.exposed]).not.toContain('*')
          expect(edited.origins).not.toContain('null')
        },
      ),
    ))
})
