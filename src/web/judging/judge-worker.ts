import { readRecordings } from '../../panel/state/read-recordings.ts'
import { judgeFiles } from './judge-files.ts'
import type { Asked, Told } from './messages.ts'
import { promptClock } from './prompt-clock.ts'

/** The thread that reads recordings and judges them, so that the page never stands still. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null
  postMessage(told: Told): void
}

const ask = judgeFiles({
  clock: promptClock(),
  read: readRecordings,
  post: (told) => scope.postMessage(told),
})
scope.onmessage = ({ data }) => ask(data)
