import { code, type Text, text } from '../../text/text.ts'
import type { CurlCheck } from '../generators/curl-checks.ts'
import type { Language } from '../generators/generator.ts'
import type { Proof } from '../generators/proof.ts'
import type { Syntax } from '../generators/quote/syntax.ts'
import { isPlainOrigin } from '../generators/refusal.ts'
import type { Unsupported } from '../generators/unsupported.ts'
import { writtenBy } from '../generators/written-by.ts'
import { checkOf } from './check-of.ts'
import { prefixOf } from './prefix-of.ts'
import type { ProxiedApi } from './proxied-api.ts'
import { proxyNotes } from './proxy-notes.ts'

/** A URL that the page asked, and what it asks instead. */
export interface Moved {
  readonly from: string
  /** A path of the page's own origin. */
  readonly to: string
}

/** Configuration that lets a page ask an API through its own origin, and what one has to know beside it. */
export interface ProxySnippet {
  readonly type: 'snippet'
  readonly code: string
  /** The file and the place in it. */
  readonly where: Text
  readonly moved: readonly [Moved, ...Moved[]]
  readonly notes: readonly Text[]
  readonly check: readonly CurlCheck[]
}

/** One kind of server that can hand a page the answers of an API which is not its own. */
export interface ProxyKind<Id extends string = string> {
  /** The file's name, and the word after `--proxy`. Public: it never changes its meaning. */
  readonly id: Id
  readonly title: string
  /** Whether it serves users, or only whoever develops the page. */
  readonly serves: 'developers' | 'users'
  /** Whether it can take cookies and permissions out of what the API answers. */
  readonly filtersResponses: boolean
  readonly language: Language
  /** The vendor's page that this follows. */
  readonly docs: string
  readonly syntax: Syntax
  readonly proof: Proof
  /** Where such a server is asked unless it is told otherwise. */
  readonly address: string
  /** Returns the configuration for an API, or why there is none: its origin is not one that a server should ask. */
  generate(api: ProxiedApi): ProxySnippet | Unsupported
}

/** What a proxy itself has to write. */
export interface WrittenProxy extends Pick<ProxySnippet, 'code' | 'where' | 'notes'> {
  /** Returns the line that makes the proxy send a header of the page's in its place. */
  readonly keyLine: (name: string) => string
}

export interface ProxyDefinition<Id extends string> extends Omit<ProxyKind<Id>, 'generate'> {
  /** Precondition: the target is a plain origin, the prefix one of letters, digits, dots, hyphens and slashes. */
  write(api: ProxiedApi, prefix: string): WrittenProxy
}

/** Returns a proxy that refuses what is no plain origin, and adds the notes and checks that every one has. */
export const defineProxy = <const Id extends string>({
  write,
  ...proxy
}: ProxyDefinition<Id>): ProxyKind<Id> => ({
  ...proxy,
  generate(api) {
    if (!isPlainOrigin(api.target))
      return {
        type: 'unsupported',
        why: text`${code(api.target)} isn't an origin that a server should call: it needs http or https, a host name, and no default port.`,
      }
    const prefix = prefixOf(api.target)
    const why = proxy.syntax.refuses(api.target)
    if (why !== null) return { type: 'unsupported', why }
    const result = writtenBy('proxy', proxy.id, () => write(api, prefix))
    if ('type' in result) return result
    const { code: written, where, notes, keyLine } = result
    const [first, ...rest] = api.urls
    const moved = (from: string): Moved => ({ from, to: prefix + pathAndQuery(from) })
    return {
      type: 'snippet',
      code: written,
      where,
      moved: [moved(first), ...rest.map(moved)],
      notes: [...notes, ...proxyNotes(api, { ...proxy, prefix, keyLine })],
      check: [checkOf(api, { to: moved(first).to, address: proxy.address, serves: proxy.serves })],
    }
  },
})

/** What follows the host in a URL; text, because a URL that is shown may be masked. */
const pathAndQuery = (url: string): string => url.replace(/^[^:]*:\/\/[^/?#]*\/?/, '/')
