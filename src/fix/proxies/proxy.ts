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

/** A URL that the page called, and its replacement. */
export interface Moved {
  readonly from: string
  /** A path on the page's own origin. */
  readonly to: string
}

/** Configuration that lets a page call an API through its own origin, with instructions. */
export interface ProxySnippet {
  readonly type: 'snippet'
  readonly code: string
  /** The file, and the place in it. */
  readonly where: Text
  readonly moved: readonly [Moved, ...Moved[]]
  readonly notes: readonly Text[]
  readonly check: readonly CurlCheck[]
}

/** One kind of server that can return an API's responses from the page's own origin. */
export interface ProxyKind<Id extends string = string> {
  /** The file's name, and the value for `--proxy`. Public: it never changes its meaning. */
  readonly id: Id
  readonly title: string
  /** Whether it's for production, or only for development. */
  readonly serves: 'developers' | 'users'
  /** Whether it can remove cookies and CORS headers from the API's responses. */
  readonly filtersResponses: boolean
  readonly language: Language
  /** The vendor's documentation that this follows. */
  readonly docs: string
  readonly syntax: Syntax
  readonly proof: Proof
  /** The default address of such a server. */
  readonly address: string
  /** Returns the configuration for an API, or why there is none: a server shouldn't call its origin. */
  generate(api: ProxiedApi): ProxySnippet | Unsupported
}

/** What a proxy's own file has to write. */
export interface WrittenProxy extends Pick<ProxySnippet, 'code' | 'where' | 'notes'> {
  /** Returns the line that makes the proxy send a header instead of the page. */
  readonly keyLine: (name: string) => string
}

export interface ProxyDefinition<Id extends string> extends Omit<ProxyKind<Id>, 'generate'> {
  /** Precondition: the target is a plain origin, and the prefix only has letters, digits, dots, hyphens and slashes. */
  write(api: ProxiedApi, prefix: string): WrittenProxy
}

/** Returns a proxy that refuses anything but a plain origin, and adds the common notes and checks. */
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

/** The part of a URL after the host, as text, because a URL that is shown may be masked. */
const pathAndQuery = (url: string): string => url.replace(/^[^:]*:\/\/[^/?#]*\/?/, '/')
