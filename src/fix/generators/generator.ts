import { code, type Text, text } from '../../text/text.ts'
import type { Edit } from '../placements/edit.ts'
import type { Find } from '../placements/find.ts'
import { placements } from '../placements/index.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { apiName } from './api-name.ts'
import { beyondServer } from './beyond-server.ts'
import { commonNotes } from './common-notes.ts'
import { type CurlCheck, curlChecks } from './curl-checks.ts'
import { envNote } from './env-note.ts'
import type { Proof } from './proof.ts'
import type { Syntax } from './quote/syntax.ts'
import { refusal } from './refusal.ts'
import type { Unsupported } from './unsupported.ts'
import { writtenBy } from './written-by.ts'

/** Server configuration that implements a policy, with instructions to install it. */
export interface Snippet {
  readonly type: 'snippet'
  readonly code: string
  /** The file, and the place in it. */
  readonly where: Text
  /**
   * What to remove first, so that no header is sent twice and no looser rule remains. The last item says how to find it.
   */
  readonly removeFirst: readonly Text[]
  /** `where` for programs: the edits that install the code. Empty if only a person can find the place. */
  readonly edits: readonly Edit[]
  /** `removeFirst` for programs, as far as patterns can find it. */
  readonly removals: readonly Find[]
  readonly notes: readonly Text[]
  readonly check: readonly CurlCheck[]
}

/** A snippet's language, by the name that editors and highlighters use. */
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

/** One kind of server that configuration can be written for. */
export interface Generator<Id extends string = string> {
  /** The file's name, and the value for `--for`. Public: it never changes its meaning. */
  readonly id: Id
  readonly title: string
  /**
   * Where the configuration goes: into the app itself, a web server or proxy in front of it, or the settings of a cloud,
   * a product or a dev server.
   */
  readonly kind: 'app' | 'web server' | 'cloud' | 'product' | 'dev server'
  readonly language: Language
  /** The vendor's documentation that this follows. */
  readonly docs: string
  readonly syntax: Syntax
  readonly proof: Proof
  /** Returns the configuration that implements a policy for the API at `url`. */
  generate(policy: CorsPolicy, url: string, options?: WriteOptions): Snippet | Unsupported
}

/** The options for writing configuration. */
export interface WriteOptions {
  /** The environment variable with the allowed origins. Default: they are in the code. */
  readonly originsFromEnv?: string | null
}

/** What a generator needs in addition to the policy. */
export interface Surroundings {
  /** A word for the API, for names that must be unique per API. */
  readonly api: string
  /** The environment variable with the exact origins; null if they are in the code. */
  readonly env: string | null
}

/** What a generator's own file has to write. */
export interface Written extends Pick<Snippet, 'code' | 'where' | 'removeFirst' | 'notes'> {
  /** What its check shows for another origin, if that isn't the usual result. */
  readonly toForeign?: Text
}

export interface GeneratorDefinition<Id extends string> extends Omit<Generator<Id>, 'generate'> {
  /** The command that finds what to remove. */
  readonly find?: string
  /** Whether it can match patterns of origins exactly. Default: it can't. */
  readonly matchesPatterns?: true
  /** Returns the value of an environment variable with the origins. Default: it can't read one. */
  readonly valueInEnv?: (origins: readonly string[]) => string
  /** Precondition: the syntax accepts every value of the policy, and `*` comes without credentials. */
  write(policy: CorsPolicy, surroundings: Surroundings): Written | Unsupported
}

/**
 * Returns a generator that first refuses what no server should allow and what its syntax or server can't express, and
 * adds the common notes and checks.
 */
export const defineGenerator = <const Id extends string>({
  write,
  find,
  matchesPatterns,
  valueInEnv,
  ...generator
}: GeneratorDefinition<Id>): Generator<Id> => ({
  ...generator,
  generate(policy, url, { originsFromEnv: env = null } = {}) {
    const { title, syntax } = generator
    const why = refusal(policy, syntax) ?? beyondServer(policy, env, { title, matchesPatterns, valueInEnv })
    if (why !== null) return { type: 'unsupported', why }
    const written = writtenBy('generator', generator.id, () => write(policy, { api: apiName(url), env }))
    if ('type' in written) return written
    const { toForeign, notes, ...snippet } = written
    const placement = placements.find(({ ids }) => ids.includes(generator.id))
    return {
      type: 'snippet',
      ...snippet,
      edits: placement?.edits(snippet.code) ?? [],
      removals: placement?.removals ?? [],
      removeFirst: [
        ...snippet.removeFirst,
        ...(find === undefined ? [] : [text`Find these with ${code(find)}.`]),
      ],
      notes: [
        ...(env === null || valueInEnv === undefined ? [] : envNote(policy, env, valueInEnv)),
        ...notes,
        ...commonNotes(policy, url, env),
      ],
      check: curlChecks(policy, url, toForeign),
    }
  },
})
