import { describe, expect, it } from 'vitest'
import { redacting, redactText, showingSecrets } from '../../src/redact/redact-text.ts'
import { code, link, text } from '../../src/text/text.ts'

describe('redactText', () => {
  it('masks quoted pieces and leaves words and links alone', () => {
    const sentence = text`The request to ${code('https://u:p@a.example/?token=abc')} had ${code('Authorization: Bearer abc')}, see ${link('https://fetch.spec.whatwg.org/', 'the token=standard')}`
    expect(redactText(sentence)).toEqual(
      text`The request to ${code('https://•••@a.example/?token=•••')} had ${code('Authorization: Bearer •••')}, see ${link('https://fetch.spec.whatwg.org/', 'the token=standard')}`,
    )
  })

  it('shows secrets to those who asked, but no control characters', () => {
    expect(redactText([code('Cookie: a=b\u001b[2J')], showingSecrets)).toEqual([code('Cookie: a=b\\x1b[2J')])
  })
})

describe('redacting', () => {
  it.each([
    ['Set-Cookie: a=b; Secure', 'Set-Cookie: a=•••; Secure'],
    ['Cookie:a=b', 'Cookie:a=•••'],
    ['x-api-key: abc', 'x-api-key: •••'],
    ['GET https://a.example/?token=abc', 'GET https://a.example/?token=•••'],
    ['https:user:pw@a.example', 'https:•••@a.example'],
    ['/cb?code=abc', '/cb?code=•••'],
    ['Bearer abc', 'Bearer •••'],
    ['a\u202eb', 'a\\u202eb'],
  ])('shows the piece %s as %s', (piece, shown) => expect(redacting.value(piece)).toBe(shown))

  it.each([
    'Access-Control-Allow-Origin: https://a.example',
    'Access-Control-Allow-Headers: Authorization, X-Api-Key',
    "credentials: 'include'",
    'https://a.example:8080',
    'localhost:8080',
    'Authorization',
    'x-csrf-token',
    'PATCH',
    '*',
    'null',
    'Vary: Origin',
  ])('shows the piece %s as it is', (piece) => expect(redacting.value(piece)).toBe(piece))

  it('masks before it escapes, so that a control character does not save a secret', () => {
    expect(redacting.header('Cookie', 'a=b\u0000c')).toBe('a=•••')
    expect(redacting.header('X', 'Bearer abc\u0000def')).toBe('Bearer •••')
    expect(redacting.url('https://a.example/?token=a\u200bb')).toBe('https://a.example/?token=•••')
  })

  it('escapes in URLs and headers even where secrets are shown', () => {
    expect(showingSecrets.url('https://a.example/?token=a\u001b')).toBe('https://a.example/?token=a\\x1b')
    expect(showingSecrets.header('Cookie', 'a=b\u001b')).toBe('a=b\\x1b')
  })

  // What grows with the square of the length would still be at it when the test's time is over.
  it('comes to an end for a hostile value', () => {
    for (const part of ['eyJ', 'a:', '?a=', 'a=', '; ', 'bearer ', 'https://', 'sk-', 'a.', '"', ',', ' ']) {
      for (const name of ['X', 'Cookie', 'Set-Cookie', 'Authorization'])
        expect(redacting.header(name, part.repeat(1e5)).length).toBeGreaterThan(0)
    }
    for (const part of ['eyJ', 'a:', '?a=', 'a=', '; '])
      expect(redacting.value(part.repeat(1e5)).length).toBeGreaterThan(0)
  })
})
