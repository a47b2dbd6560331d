import type { Text } from '../../text/text.ts'

/** What has to change in a CORS configuration. */
export type Correction =
  /** List exact origins instead of accepting all. */
  | 'list-origins'
  /** Compare origins as whole strings, or anchor and escape the pattern. */
  | 'compare-exactly'
  /** Take an entry out of the list. */
  | 'remove-origin'
  /** Don't allow credentials with every origin. */
  | 'credentials'
  /** Send `Vary: Origin`. */
  | 'vary'
  | 'list-headers'
  | 'list-methods'
  | 'list-exposed'
  /** Send the headers with errors too. */
  | 'errors'
  /** Respond to preflights before the login is checked. */
  | 'preflight-before-login'

/** How to correct one kind of server: its settings. */
export interface Framework {
  /** The ids of the fingerprints that show it. */
  readonly shownBy: readonly string[]
  /** Its name in sentences, with the package that has the settings. */
  readonly title: string
  /** The page that documents the settings. */
  readonly docs: string
  readonly settings: Readonly<Record<Correction, Text>>
}

/** Returns the framework itself. */
export const defineFramework = (framework: Framework): Framework => framework
