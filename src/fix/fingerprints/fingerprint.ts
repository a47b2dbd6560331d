import type { Sign } from './sign.ts'

/**
 * The position of a kind of server: the application that responds, a configurable proxy or gateway in front of it, or the
 * edge of a network (a CDN), which mostly passes headers on unchanged.
 */
export type Layer = 'app' | 'proxy' | 'edge'

/** How the responses of one kind of server are recognized. */
export interface Fingerprint {
  /** The file's name, and the id of the generator for its configuration, if there is one. */
  readonly id: string
  /** Its name in sentences. */
  readonly title: string
  readonly layer: Layer
  /** The ids of what this one is built on and therefore also matches. If this one is shown, they aren't. */
  readonly builtOn?: readonly string[]
  readonly signs: readonly Sign[]
}

/** Returns the fingerprint itself. */
export const defineFingerprint = (fingerprint: Fingerprint): Fingerprint => fingerprint
