import { describe, expect, it } from 'vitest'
import { CLIENT_HINTS } from '../../src/knowledge/client-hints.ts'
import { ADDRESS_BLOCKS, LOCAL_DOMAINS } from '../../src/knowledge/hosts.ts'
import { LOGIN_HOSTS, LOGIN_LABELS, LOGIN_PATHS } from '../../src/knowledge/login.ts'
import { NEEDLESS_HEADERS } from '../../src/knowledge/needless-headers.ts'
import { TRACING_LIBRARIES } from '../../src/knowledge/tracing-headers.ts'

interface Row {
  readonly key: string
  readonly source: string
}

const tables: Readonly<Record<string, readonly Row[]>> = {
  'address blocks': ADDRESS_BLOCKS.map(({ block, source }) => ({ key: block, source })),
  'client hints': CLIENT_HINTS.map(({ name, source }) => ({ key: name, source })),
  'local domains': LOCAL_DOMAINS.map(({ domain, source }) => ({ key: domain, source })),
  'login hosts': LOGIN_HOSTS.map(({ sign, source }) => ({ key: sign.source, source })),
  'login labels': LOGIN_LABELS.map(({ sign, source }) => ({ key: sign.source, source })),
  'login paths': LOGIN_PATHS.map(({ sign, source }) => ({ key: sign.source, source })),
  'needless headers': NEEDLESS_HEADERS.map(({ name, source }) => ({ key: name, source })),
  'tracing libraries': TRACING_LIBRARIES.map(({ id, source }) => ({ key: id, source })),
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it('has rows', () => expect(rows.length).toBeGreaterThan(3))

  it.each(rows.map(({ key, source }) => [key, source]))(
    '%s has a source, https and no other',
    (_key, source) => {
      expect(URL.canParse(source)).toBe(true)
      expect(new URL(source).protocol).toBe('https:')
    },
  )

  it('names each thing once', () => {
    const keys = rows.map(({ key }) => key)
    expect(keys).toEqual([...new Set(keys)])
  })
})

const headers = [
  ...CLIENT_HINTS.map(({ name }) => name),
  ...NEEDLESS_HEADERS.map(({ name }) => name),
  ...TRACING_LIBRARIES.flatMap(({ own, shared }) => [...own, ...shared]),
]

it.each([...new Set(headers)])('the header name %s is in lower case', (name) =>
  expect(name).toMatch(/^[a-z][a-z0-9-]*\*?$/),
)

it('no tracing header is the own one of two libraries, or own and shared', () => {
  const own = TRACING_LIBRARIES.flatMap((library) => library.own)
  expect(own).toEqual([...new Set(own)])
  const shared = TRACING_LIBRARIES.flatMap((library) => library.shared)
  expect(own.filter((name) => shared.includes(name))).toEqual([])
})

it('what a library shares, another sends too', () => {
  for (const { id, shared } of TRACING_LIBRARIES)
    for (const name of shared)
      expect(TRACING_LIBRARIES.some((other) => other.id !== id && other.shared.includes(name))).toBe(true)
})
