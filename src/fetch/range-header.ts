/**
 * Returns the start and end of a simple range header value ("bytes=0-255"), or 'failure'. The end is null if it's open.
 * https://fetch.spec.whatwg.org/#simple-range-header-value with "allow whitespace" false, and without its suffix form,
 * which has no start.
 */
export function parseSimpleRange(value: string): { start: bigint; end: bigint | null } | 'failure' {
  const match = /^bytes=(\d+)-(\d*)$/.exec(value)
  if (match === null) return 'failure'
  const start = BigInt(match[1] ?? '')
  const end = match[2] ? BigInt(match[2]) : null
  return end !== null && start > end ? 'failure' : { start, end }
}
