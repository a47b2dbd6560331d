import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactUrl } from '../../src/redact/redact-url.ts'

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl-x_y'

describe('redactUrl', () => {
  it.each([
    ['https://user:pw@api.example/x', 'https://•••@api.example/x'],
    ['https://user@api.example/x', 'https://•••@api.example/x'],
    ['https://a@b:c@api.example/', 'https://•••@api.example/'],
    ['https:\\\\user:pw@api.example/', 'https:\\\\•••@api.example/'],
    ['//user:pw@api.example/', '//•••@api.example/'],
    ['https://user:p/w#@api.example/', 'https://•••@api.example/'],
    ['postgres://user:pw@db/x', 'postgres://•••@db/x'],
  ])('masks user and password in %s', (url, shown) => expect(redactUrl(url)).toBe(shown))

  it.each([
    ['?access_token=abc&x=1', '?access_token=•••&x=1'],
    ['?qz83Kf72LmX9vT41bN6w', '?•••'],
    [`https://${jwt}.test/`, 'https://•••/'],
    ['https://p.test/https%3A%2F%2Fjoe%3Apw%40db.test%2Fa', 'https://p.test/•••'],
    ['https://p.test/reset/abc123def/https://b.test/', 'https://p.test/reset/•••/https://b.test/'],
    ['#/reset/abc123def/a', '#/reset/•••/a'],
    ['/api/webhooks/1234567890/abcDEF-ghiJKL_mnoPQR123456', '/api/webhooks/1234567890/•••'],
    ['?x=1&id_token=abc#top', '?x=1&id_token=•••#top'],
    ['?code=abc&state=xyz', '?code=•••&state=xyz'],
    ['?api_key=a;apikey=b&API-KEY=c', '?api_key=•••;apikey=•••&API-KEY=•••'],
    ['?accessToken=a&sessionId=b&PHPSESSID=c', '?accessToken=•••&sessionId=•••&PHPSESSID=•••'],
    ['?user%5Bpassword%5D=a&auth[token]=b', '?user%5Bpassword%5D=•••&auth[token]=•••'],
    [
      '?X-Amz-Credential=a&X-Amz-Date=b&X-Amz-Signature=c',
      '?X-Amz-Credential=•••&X-Amz-Date=b&X-Amz-Signature=•••',
    ],
    ['?X-Goog-Signature=a&sv=2024-11-04&sig=b', '?X-Goog-Signature=•••&sv=2024-11-04&sig=•••'],
    [
      '?jwt=a&key=b&secret=c&session=d&signature=e&auth=f',
      '?jwt=•••&key=•••&secret=•••&session=•••&signature=•••&auth=•••',
    ],
    ['?token=', '?token='],
    ['#access_token=abc&token_type=Bearer', '#access_token=•••&token_type=Bearer'],
    ['#/callback?id_token=abc', '#/callback?id_token=•••'],
    ['/page;jsessionid=abc;v=1?x', '/page;jsessionid=•••;v=1?x'],
    ['?next=https%3A%2F%2Fa.example%2F%3Ftoken%3Dabc&x=1', '?next=•••&x=1'],
    ['?next=https://a.example/?token=abc&x=1', '?next=https://a.example/?token=•••&x=1'],
    ['?h=Bearer%20abc', '?h=•••'],
    [`/verify/${jwt}/now`, '/verify/•••/now'],
    [`?x=${jwt}`, '?x=•••'],
    ['?x=9f86d081884c7d659a2feaa0c55ad015', '?x=•••'],
    ['?x=Zm9vYmFyMTIzNDU2Nzg5MGFiYw', '?x=•••'],
    ['/bot123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/send', '/•••/send'],
  ])('masks what is secret in %s', (rest, shown) => {
    expect(redactUrl(`https://api.example${rest}`)).toBe(`https://api.example${shown}`)
    if (!rest.startsWith('//')) expect(redactUrl(rest)).toBe(shown)
  })

  it.each([
    'https://api.example/items?page=2&sort=name&q=a+b%20c&empty=&flag',
    'https://API.example:443/a/../b%2f?x=%7B%22a%22%3A1%7D#Section',
    'https://api.example/users/3f2b8c1e-7a54-4c59-9d2b-0a4f6f5f7b11?id=3f2b8c1e-7a54-4c59-9d2b-0a4f6f5f7b11',
    'https://cdn.example/assets/main.3f2a9c8d7e6f5a4b3c2d.js?v=20261121',
    'https://blog.example/how-we-made-our-site-40-percent-faster-in-2026?utm_source=newsletter-2026-11-21-morning',
    'https://maps.example/@52.5,13.4,12z',
    'https://bücher.example/日本語?q=ñ',
    'data:text/plain;base64,SGVsbG8=',
    'blob:https://a.example/3f2b8c1e-7a54-4c59-9d2b-0a4f6f5f7b11',
    'mailto:user@a.example',
    'not a URL',
    'https://',
    '/relative?page=2',
    'null',
    '*',
    '',
  ])('leaves %s as it is', (url) => expect(redactUrl(url)).toBe(url))

  it('never shows a planted secret, and changes nothing the second time', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{4,60}$/).map((value) => `S3CR3T${value}`)
    const name = fc.constantFrom(
      'token',
      'access_token',
      'x-api-key',
      'password',
      'clientSecret',
      'sid',
      'sig',
      'code',
    )
    const plant = fc.constantFrom<(name: string, secret: string) => string>(
      (name, secret) => `https://api.example/a?x=1&${name}=${secret}&y=2`,
      (name, secret) => `/a?${name}=${secret}#top`,
      (name, secret) => `https://api.example/a#${name}=${secret}`,
      (_, secret) => `https://user:${secret}@api.example/a?b`,
      (_, secret) => `https://${secret}@api.example/a?b`,
      (name, secret) => `/go?to=${encodeURIComponent(`https://b.example/?${name}=${secret}`)}`,
      (name, secret) => `https://exa mple/?${name}=${secret}`,
    )
    fc.assert(
      fc.property(plant, name, secret, (planted, name, secret) => {
        const shown = redactUrl(planted(name, secret))
        expect(shown).not.toContain('S3CR3T')
        expect(shown).toBe(redactUrl(planted(name, 'S3CR3T')))
        expect(redactUrl(shown)).toBe(shown)
      }),
    )
  })

  it('only ever replaces, so that what is left is in place', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const pieces = redactUrl(url).split('•••')
        let from = 0
        for (const piece of pieces) {
          const at = url.indexOf(piece, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + piece.length
        }
      }),
    )
  })

  // What grows with the square of the length would still be at it when the test's time is over.
  it('comes to an end for a hostile URL', () => {
    for (const part of ['eyJ', 'a:', '?a=', '@', ';a', '%', '//', 'a.', 'https://', ' '])
      expect(redactUrl(`https:${part.repeat(1e5)}`).length).toBeGreaterThan(0)
  })
})
