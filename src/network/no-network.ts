import type { LookUp } from '../audit/existence.ts'
import type { Send } from '../check/wire.ts'

/** Stands in where there is no HTTP client that can write what browsers write, as in a page. */
export const sendOverNetwork: Send = async () => ({
  fault: 'protocol',
  message: "there is no HTTP client here that can send a browser's headers; pass the option send",
})

/** Knows nothing of any name. */
export const lookUp: LookUp = async () => 'unknown'
