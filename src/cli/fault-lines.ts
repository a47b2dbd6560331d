/** Returns one line about an internal error, which must never look like a verdict, and its stack if wanted. */
export function faultLines(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error)
  const said = JSON.stringify(message.slice(0, 300)).slice(1, -1)
  const stack = debug && error instanceof Error ? `${error.stack}\n` : ''
  return `whycors: this is a bug in WhyCORS, please report it: ${said}\n${stack}`
}
