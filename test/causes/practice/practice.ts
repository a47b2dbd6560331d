/** The entries of a recording of Chrome's, or of Firefox's, or one of Chrome's that is judged by the standard. */
export type Recording =
  | readonly object[]
  | { readonly firefox: readonly object[] }
  | { readonly byStandard: readonly object[] }

/** Something that goes wrong with CORS in practice, and each cause, rule or caution that says so, by a recording of it. */
export type Practice = readonly [what: string, shownAs: Readonly<Record<string, Recording>>]
