import { type Asked, readRecordings, type Told } from '../panel/state/read-recordings.ts'

/** The worker that reads recordings, so that the page is never blocked. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null
  postMessage(told: Told): void
}

scope.onmessage = ({ data }) => {
  void (async () => {
    for await (const told of readRecordings(data)) scope.postMessage(told)
  })()
}
