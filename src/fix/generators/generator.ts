import type { Text } from '../../text/text.ts'
import type { Edit } from '../placements/edit.ts'
import type { Find } from '../placements/find.ts'
import { placements } from '../placements/index.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { commonNotes } from './common-notes.ts'
import { type CurlCheck, curlChecks } from './curl-checks.ts'
import type { Proof } from './proof.ts'
import type { Syntax } from './quote/syntax.ts'
import { refusal } from './refusal.ts'
import type { Unsupported } from './unsupported.ts'
import { writtenBy } from './written-by.ts'

/** Server configuration that keeps a policy, and what one has to know to put it in place. */
export interface Snippet {
  readonly type: 'snippet'
  readonly code: string
  /** The file and the place in it. */
  readonly where: Text
  /** What must go first, lest a header is sent twice or a looser rule stays. */
  readonly removeFirst: readonly Text[]
  /** `where` for programs: the changes that put the code in place. Empty where only a person can find the place. */
  readonly edits: readonly Edit[]
  /** `removeFirst` for programs, as far as patterns find it. */
  readonly removals: readonly Find[]
  readonly notes: readonly Text[]
  readonly check: readonly CurlCheck[]
}

/** What a snippet is written in; editors and highlighters know these names. */
export type Language =
  | 'apache'
  | 'caddyfile'
  | 'csharp'
  | 'go'
  | 'haproxy'
  | 'java'
  | 'javascript'
  | 'json'
  | 'nginx'
  | 'php'
  | 'python'
  | 'ruby'
  | 'shell'
  | 'typescript'
  | 'xml'
  | 'yaml'

/** One kind of server that policies can be written for. */
export interface Generator<Id extends string = string> {
  /** The file's name, and the word after `--for`. Public: it never changes its meaning. */
  readonly id: Id
  readonly title: string
  /** Where it works: in the app itself, in a web server or proxy before it, or in the settings of a cloud, a product or a dev server. */
  readonly kind: 'app' | 'web server' | 'cloud' | 'product' | 'dev server'
  readonly language: Language
  /** The vendor's page that this follows. */
  readonly docs: string
  readonly syntax: Syntax
  readonly proof: Proof
  /** Returns the configuration that keeps a policy on the API at `url`, which only its checks and notes name. */
  generate(policy: CorsPolicy, url: string): Snippet | Unsupported
}

/** What a generator itself has to write. */
export interface Written extends Pick<Snippet, 'code' | 'where' | 'removeFirst' | 'notes'> {
  /** What its check shows to another origin, where that is not what every server should answer. */
  readonly toForeign?: Text
}

export interface GeneratorDefinition<Id extends string> extends Omit<Generator<Id>, 'generate'> {
  /** Precondition: no value of the policy is refused by the syntax, and `*` stands without credentials. */
  write(policy: CorsPolicy): Written | Unsupported
}

/**
 * Returns a generator that refuses what no server should grant and what its syntax cannot carry before anything is
 * written, and adds the notes and checks that every snippet has.
 */
export const defineGenerator = <const Id extends string>({
  write,
  ...generator
}: GeneratorDefinition<Id>): Generator<Id> => ({
  ...generator,
  generate(policy, url) {
    const why = refusal(policy, generator.syntax)
    if (why !== null) return { type: 'unsupported', why }
    const written = writtenBy('generator', generator.id, () => write(policy))
    if ('type' in written) return written
    const { toForeign, ...snippet } = written
    const placement = placements.find(({ ids }) => ids.includes(generator.id))
    return {
      type: 'snippet',
      ...snippet,
      edits: placement?.edits(snippet.code) ?? [],
      removals: placement?.removals ?? [],
      notes: [...snippet.notes, ...commonNotes(policy, url)],
      check: curlChecks(policy, url, toForeign),
    }
  },
})
