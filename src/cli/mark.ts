import type { VerdictType } from '../internal.ts'
import type { Style } from './style.ts'

/** The sign in front of a request, by what became of it. */
export const MARK: Record<VerdictType, string> = {
  blocked: '✗',
  depends: '?',
  unexplained: '!',
  'cannot-tell': '?',
  shared: '✓',
  'not-cors': '·',
}

/** Returns the color of what became of a request. */
export const markStyle = (type: VerdictType, { red, green, yellow }: Style): Style['red'] =>
  type === 'blocked' ? red : type === 'shared' ? green : yellow
