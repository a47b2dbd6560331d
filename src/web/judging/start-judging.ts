import { systemClock } from '../../panel/state/inspected.ts'
import { readRecordings } from '../../panel/state/read-recordings.ts'
import { judgeFiles } from './judge-files.ts'
import type { Asked, Told } from './messages.ts'

/** The thread that reads and judges, or what stands in for it. */
export interface JudgingThread {
  ask(asked: Asked): void
  /** Ends it; it forgets everything. */
  end(): void
}

/** Starts the thread that reads and judges; `failed` is called if it breaks. */
export function startJudging(told: (told: Told) => void, failed: (why: string) => void): JudgingThread {
  const worker = startWorker()
  // A browser that lets no page from disk have a worker reads and judges here, piece by piece.
  if (worker === null) return judgeHere(told)
  worker.onmessage = ({ data }: MessageEvent<Told>) => told(data)
  worker.onerror = ({ message }) => failed(message)
  return { ask: (asked) => worker.postMessage(asked), end: () => worker.terminate() }
}

/** Returns what does the thread's work in this one, with a pause after each piece. */
export function judgeHere(told: (told: Told) => void): JudgingThread {
  let isOver = false
  const ask = judgeFiles({
    clock: systemClock,
    async *read(asked) {
      for await (const one of readRecordings(asked)) {
        if (isOver) return
        yield one
        await new Promise((resolve) => setTimeout(resolve, 0))
      }
    },
    post: (one) => {
      if (!isOver) told(one)
    },
  })
  return {
    ask: (asked) => void setTimeout(() => ask(asked), 0),
    end: () => {
      isOver = true
    },
  }
}

function startWorker(): Worker | null {
  const source = document.getElementById('judge')?.textContent ?? ''
  if (source === '') return null
  try {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    const worker = new Worker(url)
    URL.revokeObjectURL(url)
    return worker
  } catch {
    return null
  }
}
