import type { FetchRequest } from '../../fetch/request.ts'
import type { Text } from '../../text/text.ts'

/** A change to the page's own code, and the resulting request. */
export interface ClientFix {
  /** What to do, as one or more imperative sentences without an initial capital: "leave `x` out." */
  readonly advice: Text
  /** Returns the request as the page would then send it, or null if that isn't known. */
  readonly play: ((request: FetchRequest) => FetchRequest) | null
  /** The hop of the recording whose responses that request would get. */
  readonly fromHop: number
}
