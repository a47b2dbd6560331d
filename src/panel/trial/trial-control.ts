import type { Trial, TrialSpan } from '../../internal.ts'
import type { Clock } from '../state/inspected.ts'
import type { TrialControl, TrialEnd, TrialState } from '../state/trial-state.ts'
import type { TrialConnection, TrialHost } from './trial-host.ts'
import { ALIVE_EVERY, type FromBackground } from './trial-messages.ts'

/** What a trial changes beside the browser. */
export interface TrialListener {
  changed(state: TrialState): void
  /** The spans of time in which recorded requests were under a trial. */
  spans(spans: readonly TrialSpan[]): void
}

/** Returns the control of the trials in one tab. */
export function makeTrialControl(host: TrialHost, clock: Clock, listener: TrialListener): TrialControl {
  let state: TrialState = { phase: 'none' }
  let connection: TrialConnection | null = null
  let spans: readonly TrialSpan[] = []

  const become = (next: TrialState): void => {
    state = next
    listener.changed(next)
  }
  const endSpan = (): void => {
    const now = clock.wall()
    for (const span of spans) span.until ??= now
    listener.spans(spans)
  }
  function end(why: TrialEnd): void {
    if (state.phase === 'none' || state.phase === 'ended') return
    if (state.phase === 'active') endSpan()
    become({ phase: 'ended', trial: state.trial, why })
  }
  function hear(message: FromBackground): void {
    if (message.type === 'failed') end({ failed: message.message })
    else if (message.type !== 'asking' && message.type !== 'active') end(message.type)
    else if (state.phase === 'none' || state.phase === 'ended') return
    else if (message.type === 'asking') {
      // The background has ended whatever was active before.
      if (state.phase === 'active') endSpan()
      become({ phase: 'asking', trial: state.trial })
    } else begin(state.trial, state.phase === 'active' && state.pinned)
  }
  function begin(trial: Trial, pinned: boolean): void {
    const since = clock.wall()
    endSpan()
    spans = [...spans, { target: trial.target, origin: trial.origin, from: since, until: null }]
    listener.spans(spans)
    become({ phase: 'active', trial, since, pinned })
  }
  /** A browser may stop the background at any time; tools with an active trial connect again and ask anew. */
  function closed(): void {
    connection = null
    if (state.phase === 'active') open().send({ type: 'start', tabId: host.tabId, trial: state.trial })
    else end('stopped')
  }
  function open(): TrialConnection {
    connection ??= host.connect(hear, closed)
    return connection
  }
  function keepAlive(): void {
    if (state.phase === 'active') connection?.send({ type: 'alive' })
    if (connection !== null) clock.after(ALIVE_EVERY, keepAlive)
  }

  return {
    get answersPreflights() {
      return host.answersPreflights
    },
    start(trial) {
      if (state.phase !== 'active') become({ phase: 'starting', trial })
      else state = { ...state, trial }
      const isNew = connection === null
      open().send({ type: 'start', tabId: host.tabId, trial })
      if (isNew) keepAlive()
    },
    stop: () => connection?.send({ type: 'stop' }),
    hasServiceWorker: () => host.hasServiceWorker(),
    hasAccess: (hosts) => host.hasAccess(hosts),
    async giveBack(hosts) {
      const isGone = await host.giveBack(hosts)
      if (!isGone) connection?.send({ type: 'stop' })
      return isGone
    },
    pin(pinned) {
      if (state.phase === 'active') become({ ...state, pinned })
    },
    navigated(url) {
      if (state.phase !== 'active' || state.pinned || originOfUrl(url) === state.trial.origin) return
      connection?.send({ type: 'stop' })
      end('left the site')
    },
    closing() {
      connection?.close()
      connection = null
      end('stopped')
    },
  }
}

/** A URL without an origin, such as about:blank, belongs to no site. */
function originOfUrl(url: string): string | null {
  try {
    return new URL(url).origin
  } catch {
    return null
  }
}
