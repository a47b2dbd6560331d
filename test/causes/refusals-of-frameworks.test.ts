import { describe } from 'vitest'
import { testCauses } from './cause-cases.ts'
import { blocked, shared } from './exchanges.ts'
import { failed, refused, withText } from './refused.ts'

const TRIPLE = { Vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'] }
const express = {
  'X-Powered-By': 'Express',
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Length': '146',
}

function withReason(entry: object, statusText: string): object {
  const { response } = entry as { readonly response: object }
  return { ...entry, response: { ...response, statusText } }
}

describe('refusals of frameworks', () =>
  testCauses([
    {
      when: 'Spring fails in the preflight',
      entries: refused(500, TRIPLE),
      shows: 'spring-star-with-credentials',
      confidence: 'high',
    },
    {
      when: 'Spring fails in the request',
      entries: [failed(500, { ...TRIPLE, 'Content-Type': 'application/json' })],
      shows: 'spring-star-with-credentials',
      confidence: 'medium',
    },
    {
      when: 'a preflight fails that varies by the origin alone',
      entries: refused(500, { Vary: 'Origin' }),
      showsNot: 'spring-star-with-credentials',
    },
    {
      when: 'actix-cors refuses',
      entries: refused(400, {
        vary: 'origin, access-control-request-method, access-control-request-headers',
      }),
      shows: 'actix-cors-refused',
      confidence: 'high',
    },
    {
      when: 'actix-cors says why',
      entries: withText('Origin is not allowed to make this request', 400),
      shows: 'actix-cors-refused',
    },
    {
      when: 'Starlette refuses with 400',
      entries: refused(400, { Vary: 'Origin' }),
      showsNot: 'actix-cors-refused',
    },
    {
      when: 'the error names CORS',
      entries: withText('<pre>Error: Not allowed by CORS<br>', 500, express),
      shows: 'cors-callback-error',
      confidence: 'high',
    },
    {
      when: 'Express fails in the preflight',
      entries: refused(500, express),
      shows: 'cors-callback-error',
      confidence: 'high',
    },
    {
      when: 'every path fails alike',
      entries: [failed(500, express), failed(500, express, 'https://api.test/me')],
      shows: 'cors-callback-error',
      confidence: 'medium',
    },
    {
      when: 'one path fails',
      entries: [failed(500, express), failed(500, express)],
      showsNot: 'cors-callback-error',
    },
    {
      when: 'another path succeeds',
      entries: [
        shared({ url: 'https://api.test/me', response: express }),
        failed(500, express, 'https://api.test/you'),
        failed(500, express),
      ],
      showsNot: 'cors-callback-error',
    },
    {
      when: 'two paths fail in two ways',
      entries: [
        failed(500, express),
        failed(500, { ...express, 'Content-Length': '99' }, 'https://api.test/me'),
      ],
      showsNot: 'cors-callback-error',
    },
    {
      when: 'Quarkus gives its reason',
      entries: [withReason(failed(403), 'CORS Rejected - Invalid origin')],
      shows: 'quarkus-cors-rejected',
      confidence: 'high',
    },
    { when: 'a 403 without a reason', entries: [failed(403)], showsNot: 'quarkus-cors-rejected' },
  ]))

describe('a setting as its own text', () => {
  const sent = (value: string) => [blocked({ response: { 'Access-Control-Allow-Origin': value } })]
  testCauses([
    ...[
      '["https://app.example"]',
      "['https://app.example']",
      '"https://app.example"',
      "'*'",
      '/app\\.example$/',
      '^https://.*',
      'https://*.example',
      '*,',
      '*;',
      'https://a.example;https://b.example',
    ].map((value) => ({
      when: value,
      entries: sent(value),
      shows: 'allow-origin-as-written',
      confidence: 'high' as const,
    })),
    ...[
      'https://b.example',
      'https://a.example, https://b.example',
      'app.example',
      'https://app.example/',
    ].map((value) => ({
      when: value,
      entries: sent(value),
      showsNot: 'allow-origin-as-written',
    })),
  ])
})
