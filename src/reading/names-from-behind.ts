import { asciiLower } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'

/**
 * Returns the header names that an application behind a web server wrote, with its capitalization. Headers that web
 * servers add themselves, even to responses that they pass on, and CORS headers are left out.
 */
export const namesFromBehind = ({ response }: HarEntry): readonly string[] =>
  response.headers
    .map(({ name }) => name)
    .filter((name) => !OF_SERVERS.has(asciiLower(name)) && !/^access-control-/i.test(name))

const OF_SERVERS = new Set([
  'server',
  'date',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'last-modified',
  'etag',
  'accept-ranges',
  'expires',
  'cache-control',
  'location',
  'vary',
  'via',
])
