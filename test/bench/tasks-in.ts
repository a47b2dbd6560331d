/** A task of a page's main thread; times in milliseconds. */
export interface Task {
  /** When it began. */
  readonly at: number
  /** How long it took, with what it waited for the processor, and of the processor. */
  readonly wall: number
  readonly cpu: number
  /** What the browser's own code for extensions took of that: it makes objects of what DevTools sends, which nothing can split. */
  readonly receiving: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: {
    readonly name?: string
    readonly data?: { readonly url?: string; readonly functionName?: string }
  }
}

/** The categories of a trace from which tasks can be read. */
export const TASKS: string[] = ['toplevel', 'devtools.timeline']

/** The function of Chromium's extensions that receives every message. */
const RECEIVES = '_onMessage'

/**
 * Returns the tasks in a trace of the main threads of all pages, or of those that run code from URLs with a beginning; the
 * one that took the most of the processor first.
 */
export function tasksIn(trace: Uint8Array | undefined, url = ''): readonly Task[] {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`
  const calls = traceEvents.filter(({ name, ph }) => name === 'FunctionCall' && ph === 'X')
  const wanted = new Set(
    url === ''
      ? traceEvents.map(threadOf)
      : calls.filter(({ args }) => args?.data?.url?.startsWith(url)).map(threadOf),
  )
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf)
      .filter((thread) => wanted.has(thread)),
  )
  const received = calls
    .filter((call) => call.args?.data?.functionName === RECEIVES && mains.has(threadOf(call)))
    .toSorted((a, b) => a.ts - b.ts)
  return traceEvents
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && event.ph === 'X')
    .filter((event) => mains.has(threadOf(event)))
    .map((task) => ({
      at: task.ts / 1000,
      wall: (task.dur ?? 0) / 1000,
      cpu: (task.tdur ?? 0) / 1000,
      receiving: within(task, received, threadOf),
    }))
    .toSorted((a, b) => b.cpu - a.cpu)
}

/** Only long tasks are worth the search. */
const LONG = 5000

function within(
  task: TraceEvent,
  received: readonly TraceEvent[],
  threadOf: (event: TraceEvent) => string,
): number {
  if ((task.dur ?? 0) < LONG) return 0
  return received
    .filter((call) => call.ts >= task.ts && call.ts < task.ts + (task.dur ?? 0))
    .filter((call) => threadOf(call) === threadOf(task))
    .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0)
}
