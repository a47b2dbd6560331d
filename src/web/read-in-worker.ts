import { type Asked, readRecordings, type Told } from '../panel/state/read-recordings.ts'

/** Reads a file in a worker and yields its content. Ending the iteration ends the worker. */
export async function* readInWorker(asked: Asked): AsyncGenerator<Told> {
  const worker = startWorker()
  if (worker === null) {
    // If the browser doesn't allow workers for a page from disk, it's read here, piece by piece.
    for await (const told of readRecordings(asked)) {
      yield told
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    return
  }
  const queue: Told[] = []
  let wake = (): void => undefined
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    queue.push(data)
    wake()
  }
  worker.onerror = ({ message }) => {
    queue.push({ type: 'failed', name: asked.name, kind: null, why: message }, { type: 'done' })
    wake()
  }
  try {
    worker.postMessage(asked)
    for (;;) {
      const told = queue.shift()
      if (told === undefined) await new Promise<void>((resolve) => (wake = resolve))
      else if (told.type === 'done') return
      else yield told
    }
  } finally {
    worker.terminate()
  }
}

function startWorker(): Worker | null {
  const source = document.getElementById('reader')?.textContent ?? ''
  try {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    const worker = new Worker(url)
    URL.revokeObjectURL(url)
    return source === '' ? null : worker
  } catch {
    return null
  }
}
