/** A HAR, as a value for `JSON.stringify`. */
export interface Har {
  readonly log: {
    readonly version: string
    readonly creator: { readonly name: string; readonly version: string }
    readonly browser?: { readonly name: string; readonly version: string }
    readonly pages: readonly object[]
    readonly entries: readonly object[]
  }
}

/** Records the requests of one page. */
export interface CorsRecorder {
  /** Returns the recording so far, with preflights and the headers of blocked responses if the browser reports them. */
  readonly har: () => Har
  /** Resolves when no request is pending, or after the given number of milliseconds. */
  readonly idle: (timeout: number) => Promise<void>
}
