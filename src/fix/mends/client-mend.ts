import type { FetchRequest } from '../../fetch/request.ts'
import type { Text } from '../../text/text.ts'

/** A change of the page's own code, and the request as it is after it. */
export interface ClientMend {
  /** What to do, as an imperative sentence or several, the first word without a capital: "leave `x` out." */
  readonly advice: Text
  /** Returns the request as the page would then send it; null where that cannot be said. */
  readonly play: ((request: FetchRequest) => FetchRequest) | null
  /** From which hop of the recording the answers to that request would come. */
  readonly fromHop: number
}
