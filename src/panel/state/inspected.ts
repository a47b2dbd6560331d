/** The inspected page and its network, as the browser gives them; tests give a made-up one. */
export interface Inspected {
  /** Calls `listener` with every finished request, as a HAR entry that nobody has checked. */
  onEntry(listener: (entry: unknown) => void): void
  onNavigated(listener: (url: string) => void): void
  /** Returns the entries that DevTools holds at the moment; none where it cannot say. */
  entriesSoFar(): Promise<readonly unknown[]>
  /** Returns the value of an expression in the page, or null where it cannot be evaluated. */
  evaluate(expression: string): Promise<unknown>
  /** Loads the page again, with `script` run before any of the page's own. */
  reload(script: string | null): void
  /** Shows a line of a source file; resolves to whether that worked. Line and column count from 0. */
  openSource(url: string, line: number, column: number): Promise<boolean>
  /** Shows a request in the Network panel; null where extensions can't. */
  readonly openInNetwork: ((method: string, url: string) => void) | null
  readonly browser: 'chromium' | 'firefox'
}

export interface Clock {
  /** Milliseconds since some moment; they never go back. */
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
