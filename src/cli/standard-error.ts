/** Returns standard error. If it can't be written, there is nowhere to say so, and that is no fault. */
export function standardError(process: NodeJS.Process): NodeJS.WriteStream {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => undefined)
  return process.stderr
}
