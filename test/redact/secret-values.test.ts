import { describe, expect, it } from 'vitest'
import { type Given, recordingRedaction } from './recording-redaction.ts'

const maskedIn = (given: Given, text: string): string => recordingRedaction(given).value(text)

describe('a value that is masked once is masked wherever it recurs', () => {
  it.each<[string, Given, string, string]>([
    ['a cookie', { sent: { Cookie: 'lang=en; session=6b1059ac-0d0f' } }, '/c/6b1059ac-0d0f/x', '/c/•••/x'],
    ['a cookie in quotes', { sent: { Cookie: 'id="u71-4bc9"' } }, 'u71-4bc9', '•••'],
    [
      'a new cookie',
      { got: { 'Set-Cookie': 'sid=k9x2-77; Path=/' } },
      'https://a.test/?r=k9x2-77',
      'https://a.test/?r=•••',
    ],
    ['credentials', { sent: { Authorization: 'Bearer opaque-token-1' } }, 'x opaque-token-1 y', 'x ••• y'],
    [
      'a key',
      { sent: { 'X-Api-Key': 'letmeinplease' } },
      'https://a.test/letmeinplease',
      'https://a.test/•••',
    ],
    ['a parameter', { url: 'https://api.example.test/?access_token=abc%2Fdef%2F1' }, 'abc/def/1', '•••'],
    ['its percent-encoded form', { sent: { Cookie: 'sid=a/b+c=d1' } }, 'to=a%2Fb%2Bc%3Dd1', 'to=•••'],
    ['a cookie of the cookies array', { cookies: [{ name: 'sid', value: 'q1w2e3r4' }] }, 'q1w2e3r4', '•••'],
  ])('%s', (_, given, text, masked) => {
    expect(maskedIn(given, text)).toBe(masked)
  })

  it.each<[string, Given, string]>([
    ['a word', { sent: { Cookie: 'theme=midnight-blue; lang=en-US' } }, '/midnight-blue/en-US'],
    ['a short value', { sent: { Cookie: 'a=b1c2' } }, '/b1c2'],
    ['a host of the recording', { sent: { Cookie: 'host=api.example.test' } }, 'https://api.example.test/'],
    [
      'the origin of the page',
      { sent: { Cookie: 'from=https://app1.test', Origin: 'https://app1.test' } },
      'https://app1.test',
    ],
    ['a number', { sent: { Cookie: 'seen=86400000' } }, 'max-age=86400000'],
  ])('but not %s, which stands for itself', (_, given, text) => {
    expect(maskedIn(given, text)).toBe(text)
  })

  it('leaves everything as it is while nothing is noted', () => {
    expect(recordingRedaction().url('https://a.test/?q=1')).toBe('https://a.test/?q=1')
  })
})
