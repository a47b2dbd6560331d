import { systemClock } from '../../panel/state/inspected.ts'
import { readRecordings } from '../../panel/state/read-recordings.ts'
import { judgeFiles } from './judge-files.ts'
import type { Asked, Heard, Told } from './messages.ts'

/** The thread that reads and judges, or what stands in for it. */
export interface JudgingThread {
  ask(asked: Asked): void
  /** Ends it; it forgets everything. */
  end(): void
}

/** Starts the thread that reads and judges; `failed` is called if it breaks. */
export function startJudging(told: (heard: Heard) => void, failed: (why: string) => void): JudgingThread {
  const worker = startWorker()
  // A browser that lets no page from disk have a worker reads and judges here, piece by piece.
  if (worker === null) return judgeHere(told)
  const asks: Asked[] = []
  let hasRows = false
  let here: JudgingThread | null = null
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    hasRows ||= data.type === 'rows'
    if (data.type !== 'unreadable') told(data)
    else if (hasRows) tellUnreadable(data, told)
    else {
      // WebKit lets a page from disk have a worker, but not the worker read a file.
      worker.terminate()
      here = judgeHere(told)
      for (const asked of asks) here.ask(asked)
    }
  }
  worker.onerror = ({ message }) => failed(message)
  return {
    ask(asked) {
      asks.push(asked)
      if (here === null) worker.postMessage(asked)
      else here.ask(asked)
    },
    end() {
      worker.terminate()
      here?.end()
    },
  }
}

function tellUnreadable(
  { reading, message }: Extract<Told, { type: 'unreadable' }>,
  told: (heard: Heard) => void,
): void {
  told({ type: 'failed', message })
  told({ type: 'read', reading })
}

/** Returns what does the thread's work in this one, with a pause after each piece. */
export function judgeHere(told: (heard: Heard) => void): JudgingThread {
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
      if (isOver) return
      if (one.type === 'unreadable') tellUnreadable(one, told)
      else told(one)
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
