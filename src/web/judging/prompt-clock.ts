import { type Clock, systemClock } from '../../panel/state/inspected.ts'

/** Returns a clock that lets others run in no time: browsers keep a timer of 0 ms waiting for four after a while. */
export function promptClock(): Clock {
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => waiting.shift()?.()
  return {
    ...systemClock,
    after(milliseconds, action) {
      if (milliseconds > 0) return systemClock.after(milliseconds, action)
      waiting.push(action)
      port2.postMessage(null)
    },
  }
}
