/** The inspected page and its network, as the browser provides them; tests use a fake. */
export interface Inspected {
  /** Calls `listener` with every finished request, as an unchecked HAR entry. */
  onEntry(listener: (entry: unknown) => void): void
  onNavigated(listener: (url: string) => void): void
  /** Returns the entries that DevTools currently has; none if they aren't available. */
  entriesSoFar(): Promise<readonly unknown[]>
  /** Returns the value of an expression in the page, or null if it can't be evaluated. */
  evaluate(expression: string): Promise<unknown>
  /** Reloads the page, and runs `script` before any of the page's own. */
  reload(script: string | null): void
  /** Shows a line of a source file; resolves to whether that worked. Line and column count from 0. */
  openSource(url: string, line: number, column: number): Promise<boolean>
  /** Shows a request in the Network panel; null if extensions can't. */
  readonly openInNetwork: ((method: string, url: string) => void) | null
  readonly browser: 'chromium' | 'firefox'
}

export interface Clock {
  /** Milliseconds of a monotonic clock. */
  now(): number
  /** Milliseconds since the epoch, comparable with the times in entries. */
  wall(): number
  after(milliseconds: number, action: () => void): void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after: (milliseconds, action) => {
    setTimeout(action, milliseconds)
  },
}
