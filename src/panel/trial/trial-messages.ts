import type { Trial } from '../../internal.ts'

/** The name of the port between the tools of one tab and the extension's background. */
export const TRIAL_PORT = 'trial'

/** What the tools ask of the background. */
export type ToBackground =
  | {
      readonly type: 'start'
      readonly tabId: number
      readonly trial: Trial
      /** `performance.timeOrigin` of the inspected page; null if it isn't needed. */
      readonly timeOrigin?: number | null
    }
  | { readonly type: 'stop' }
  /** Keeps the background running as long as a trial is active. */
  | { readonly type: 'alive' }

/** What the background answers. */
export type FromBackground =
  | { readonly type: 'active' }
  /** The browser asks for the access in a separate tab. */
  | { readonly type: 'asking' }
  | { readonly type: 'refused' }
  | { readonly type: 'stopped' }
  /** The access to a host of the trial was taken away, by the panel or in the browser's own settings. */
  | { readonly type: 'given back' }
  | { readonly type: 'failed'; readonly message: string }

/** Asks the background, outside of a port, whether it can respond to preflights itself. */
export const CAN_ANSWER = 'can answer preflights?'

/** Asks the background, outside of a port, whether the browser has granted access to hosts, or to give it back. */
export interface AboutAccess {
  readonly type: 'has access' | 'give back'
  readonly hosts: readonly string[]
}

/** How often the tools say that they are there; browsers stop a background that hears nothing for 30 seconds. */
export const ALIVE_EVERY = 20_000

/** Returns the match patterns of the hosts whose responses a trial changes; a pattern has no port. */
export function hostsOf({ target, origin }: Pick<Trial, 'target' | 'origin'>): readonly string[] {
  const patterns = [target, origin].map((one) => {
    const { protocol, hostname } = new URL(one)
    return `${protocol}//${hostname}/*`
  })
  return [...new Set(patterns)]
}
