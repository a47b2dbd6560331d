import type { Language } from '../fix/generators/generator.ts'
import { generators as servers } from '../fix/generators/index.ts'
import { proofWords } from '../fix/generators/proof.ts'
import { settings } from '../fix/settings/index.ts'
import type { WriterId } from '../fix/writers.ts'

/** A kind of server that configuration can be written for. */
export interface GeneratorInfo {
  /** The value for `for`. It never changes its meaning. */
  readonly id: WriterId
  /** Its name: "Express with the cors package". */
  readonly title: string
  /**
   * Where the configuration goes: the app itself, a web server or proxy in front of it, or the settings of a cloud, a
   * product or a dev server.
   */
  readonly kind: 'app' | 'web server' | 'cloud' | 'product' | 'dev server'
  readonly language: Language
  /** The vendor's documentation that the configuration follows. */
  readonly docs: string
  /** How far it's verified: "verified on Express 5.1.0, cors 2.8.5". */
  readonly proof: string
}

/**
 * Every kind of server that {@link fix} writes configuration for, in the order in which to offer them.
 *
 * @example
 * ```ts
 * const names = generators.filter(({ kind }) => kind === 'web server').map(({ title }) => title)
 * ```
 */
export const generators: readonly GeneratorInfo[] = [...servers, ...settings].map(
  ({ id, title, kind, language, docs, proof }) => ({
    id,
    title,
    kind,
    language,
    docs,
    proof: proofWords(proof),
  }),
)
