/** What a HAR says about its writer, unchecked. */
export interface RawLog {
  readonly creator: unknown
  readonly browser: unknown
}

/** A part of a HAR, unchecked. */
export type RawItem =
  | { readonly type: 'pages'; readonly pages: readonly unknown[] }
  | { readonly type: 'entry'; readonly index: number; readonly value: unknown }
  /** Everything before is void: another member with the same name follows. */
  | { readonly type: 'restart' }
  /** The file is cut off after the entries yielded so far. */
  | { readonly type: 'truncated'; readonly byteOffset: number; readonly why: string }
  | { readonly type: 'log'; readonly log: RawLog }
