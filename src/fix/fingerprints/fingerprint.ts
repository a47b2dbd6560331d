import type { Sign } from './sign.ts'

/**
 * Where in the way of a request a kind of server stands: the application that answers, a proxy or gateway before it
 * that can be configured, or the edge of a network (a CDN), which most often passes headers on as they are.
 */
export type Layer = 'app' | 'proxy' | 'edge'

/** What the responses of one kind of server look like. */
export interface Fingerprint {
  /** The file's name, and the id of the generator that writes its configuration, where there is one. */
  readonly id: string
  /** As sentences call it. */
  readonly title: string
  readonly layer: Layer
  /** The ids of what this one is built on, which it looks like too: beside it, they are not worth telling. */
  readonly builtOn?: readonly string[]
  readonly signs: readonly Sign[]
}

/** Returns the fingerprint itself. */
export const defineFingerprint = (fingerprint: Fingerprint): Fingerprint => fingerprint
