import { expect, it } from 'vitest'
import { isSameSite, siteOf } from '../../src/knowledge/site.ts'

it.each([
  ['https://a.example.com', 'https://example.com'],
  ['https://a.b.example.co.uk:8443', 'https://example.co.uk'],
  ['https://ann.github.io', 'https://ann.github.io'],
  ['https://www.ann.github.io', 'https://ann.github.io'],
  ['https://d111111abcdef8.cloudfront.net', 'https://d111111abcdef8.cloudfront.net'],
  ['http://www.example.test', 'http://example.test'],
  ['https://github.io', 'https://github.io'],
  ['http://localhost:3000', 'http://localhost'],
  ['http://192.168.1.10:8080', 'http://192.168.1.10'],
  ['http://[::1]:8080', 'http://[::1]'],
  ['null', 'null'],
])('the site of %s is %s', (origin, site) => expect(siteOf(origin)).toBe(site))

it.each([
  ['https://a.example.com', 'https://b.example.com', true],
  ['https://a.example.com', 'https://example.com:8443', true],
  ['https://a.example.co.uk', 'https://b.example.co.uk', true],
  ['https://a.co.uk', 'https://b.co.uk', false],
  ['https://ann.github.io', 'https://bob.github.io', false],
  ['https://a.vercel.app', 'https://b.vercel.app', false],
  ['http://a.example.com', 'https://a.example.com', false],
  ['http://192.168.1.10', 'http://192.168.1.11', false],
  ['http://localhost:3000', 'http://localhost:8080', true],
  ['null', 'null', false],
])('%s and %s are same site: %s', (a, b, expected) => expect(isSameSite(a, b)).toBe(expected))
