import type { HeaderList } from '../fetch/header-list.ts'

/** The request that a curl command sends; the first one if there are several. */
export interface CurlRequest {
  readonly method: string
  /** With the scheme that curl adds. */
  readonly url: string
  /**
   * The headers that the command sets, in its order, then those implied by its options. Those that curl adds itself
   * aren't included.
   */
  readonly headers: HeaderList
  /** null: none, or in a file. */
  readonly body: string | null
  /** Whether there is a body, known or not. */
  readonly hasBody: boolean
  /** `--insecure`: certificates aren't checked. */
  readonly insecure: boolean
  /** `--location`: redirects are followed. */
  readonly followsRedirects: boolean
  /** The files that the command would read. They are never read here. */
  readonly files: readonly string[]
  /** How many more URLs there are. */
  readonly moreUrls: number
  /** Where the command ends in the text. */
  readonly end: number
}
