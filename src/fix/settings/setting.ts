import { list, type Text, text } from '../../text/text.ts'
import { withCode } from '../../text/with-code.ts'
import type { Fingerprint, Layer } from '../fingerprints/fingerprint.ts'
import type { Sign } from '../fingerprints/sign.ts'
import { defineGenerator, type Generator } from '../generators/generator.ts'
import type { CorsPolicy } from '../policy/policy.ts'

/** A part of a policy. */
type Part = 'origins' | 'methods' | 'headers' | 'exposed' | 'credentials' | 'maxAge'

/** A product or dev server with a CORS setting: how it's recognized, and what to set. */
export interface Setting<Id extends string = string> extends Generator<Id> {
  /** The parts of a policy that the product decides by itself. */
  readonly fixed: readonly Part[]
  /** The signs in its responses. */
  readonly fingerprint: Fingerprint
}

interface Definition<Id extends string>
  extends Pick<Generator<Id>, 'id' | 'title' | 'kind' | 'language' | 'docs' | 'syntax' | 'proof'> {
  readonly fixed: readonly Part[]
  readonly signs: readonly Sign[]
  /** Its position. Default: app. */
  readonly layer?: Layer
  /** Returns why a policy can't be set, to follow "can't be set here:"; null if it can. */
  readonly refuses?: (policy: CorsPolicy) => Text | null
  write(policy: CorsPolicy): {
    readonly lines: readonly string[]
    /** Sentences with code in backticks, like the notes. */
    readonly where: string
    readonly notes: readonly string[]
  }
}

/** What products run on, which isn't shown if the product itself is. */
const RUNS_ON = [
  ...['express', 'koa', 'fastify', 'node-http', 'nestjs', 'nextjs', 'hono'],
  ...[
    'fastapi',
    'flask',
    'django',
    'go',
    'go-rs-cors',
    'aspnet-core',
    'spring-boot',
    'php',
    'azure-functions',
  ],
]

/** Returns a setting, with a note on what its product decides by itself. */
export function defineSetting<const Id extends string>({
  signs,
  fixed,
  layer = 'app',
  refuses = () => null,
  write,
  ...about
}: Definition<Id>): Setting<Id> {
  const generator = defineGenerator({
    ...about,
    write: (policy) => {
      const why = refuses(policy)
      if (why !== null) return { type: 'unsupported', why: text`${about.title}: ${why}.` }
      const { lines, where, notes } = write(policy)
      return {
        code: `${lines.join('\n')}\n`,
        where: withCode(where),
        removeFirst: [],
        notes: [...notes.map(withCode), ...fixedNote(fixed, about.title)],
      }
    },
  })
  const { id, title } = about
  const builtOn = layer === 'app' ? RUNS_ON : []
  return { ...generator, fixed, fingerprint: { id, title, layer, builtOn, signs } }
}

const NAMES: Record<Part, string> = {
  origins: 'origins',
  methods: 'methods',
  headers: 'headers',
  exposed: 'exposed headers',
  credentials: 'credentials',
  maxAge: 'the maximum age',
}

const fixedNote = (fixed: readonly Part[], title: string): readonly Text[] =>
  fixed.length === 0
    ? []
    : [
        text`${title} decides by itself about ${list(fixed.map((part) => NAMES[part]))}: check with the commands below.`,
      ]

/** Returns the origins of a policy as a list; only `*` for every website. */
export const originsOf = ({ origins }: CorsPolicy): readonly string[] => (origins === '*' ? ['*'] : origins)

/**
 * Returns why a policy isn't possible in a product that can only allow every website without credentials; null if it is.
 */
export const refusesAllButEveryWebsite = ({ origins, credentials }: CorsPolicy): Text | null =>
  origins === '*' && !credentials
    ? null
    : withCode(
        'it allows every website without credentials, and no list of origins: put a proxy in front (`whycors fix --for nginx`)',
      )
