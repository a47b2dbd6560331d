import { describe, expect, test } from 'vitest'
import firebaseHosting from '../../../src/fix/generators/firebase-hosting.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { plain } from '../../../src/text/plain.ts'
import { APP, LOCAL, policies } from '../policies.ts'
import { checkedBy } from './checked-by.ts'
import { schemaErrors, schemaHere } from './schema-errors.ts'

const answer = (part: Partial<CorsPolicy>) =>
  firebaseHosting.generate({ ...policies['no-preflight'], ...part }, 'https://api.example.com/items')

describe('the headers of Firebase Hosting', () => {
  test.each<[Partial<CorsPolicy>, Readonly<Record<string, string>>]>([
    [{}, { 'Access-Control-Allow-Origin': APP }],
    [
      { origins: '*', exposed: ['X-Total-Count', "X-'`|~"] },
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': "X-Total-Count, X-'`|~" },
    ],
    [
      { credentials: true },
      { 'Access-Control-Allow-Origin': APP, 'Access-Control-Allow-Credentials': 'true' },
    ],
  ])('are those of the policy: %j', (part, sent) => {
    const snippet = answer(part)
    if (snippet.type === 'unsupported') throw new Error(JSON.stringify(snippet.why))
    const file = JSON.parse(snippet.code)
    expect(schemaErrors('firebase-hosting', file)).toEqual([])
    expect(
      Object.fromEntries(
        file.hosting.headers[0].headers.map(({ key, value }: { key: string; value: string }) => [key, value]),
      ),
    ).toEqual(sent)
  })

  test.each<[string, Partial<CorsPolicy>, string]>([
    ['two origins', { origins: [APP, LOCAL] }, 'one origin only'],
    ['a method that needs a preflight', { methods: ['PUT'] }, '`PUT` needs one'],
    ['a header that needs a preflight', { headers: ['x-request-id'] }, '`x-request-id` needs one'],
  ])('do not exist for %s', (_, part, why) => {
    const refused = answer(part)
    expect(refused.type === 'unsupported' ? plain(refused.why, (value) => value) : '').toContain(why)
  })

  checkedBy('firebase-hosting', () => schemaHere('the schema of firebase.json'))
})
