import { expect, it } from 'vitest'
import { isSchemelesslySameSite } from '../../src/knowledge/site.ts'

it.each([
  ['https://a.example.com', 'https://b.example.com', true],
  ['https://a.example.com', 'https://example.com:8443', true],
  ['http://a.example.com', 'https://a.example.com', true],
  ['https://a.example.test', 'https://b.c.example.test', true],
  ['https://a.ann.co.uk', 'https://b.ann.co.uk', true],
  ['https://www.ann.github.io', 'https://ann.github.io', true],
  ['http://localhost:3000', 'http://localhost:8080', true],
  ['http://192.168.1.10', 'http://192.168.1.10:81', true],
  ['http://[::1]:8080', 'http://[::1]', true],
  ['https://a.example.com.', 'https://b.example.com.', true],
  ['https://a.example.com.', 'https://b.example.com', false],
  ['https://example.com', 'https://example.org', false],
  ['https://com', 'https://example.com', false],
  ['https://ann.co.uk', 'https://bob.co.uk', false],
  ['https://ann.github.io', 'https://bob.github.io', false],
  ['https://a.vercel.app', 'https://b.vercel.app', false],
  ['https://d1.cloudfront.net', 'https://d2.cloudfront.net', false],
  ['https://ann.github.io', 'https://github.io', false],
  ['http://192.168.1.10', 'http://192.168.1.11', false],
  ['http://10.0.1.10', 'http://10.9.1.10', false],
  ['http://[::1]', 'http://[::2]', false],
  ['null', 'null', false],
  ['', '', false],
])('%s and %s are of one site: %s', (a, b, expected) => {
  expect(isSchemelesslySameSite(a, b)).toBe(expected)
  expect(isSchemelesslySameSite(b, a)).toBe(expected)
})
