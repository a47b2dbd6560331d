import type { HeaderList } from '../fetch/header-list.ts'

/** The request that a curl command sends; of several, the first. */
export interface CurlRequest {
  readonly method: string
  /** With its scheme, as curl completes it. */
  readonly url: string
  /** What the command sets, in its order, then what its options stand for. What curl adds of itself isn't here. */
  readonly headers: HeaderList
  /** null: there is none, or it's in a file. */
  readonly body: string | null
  /** Whether it has a body, known or not. */
  readonly hasBody: boolean
  /** `--insecure`: certificates aren't checked. */
  readonly insecure: boolean
  /** `--location`: redirects are followed. */
  readonly followsRedirects: boolean
  /** The files that the command would read. Nothing here does. */
  readonly files: readonly string[]
  /** How many URLs follow the first. */
  readonly moreUrls: number
  /** Where the command ends in the text. */
  readonly end: number
}
