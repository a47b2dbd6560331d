import type { VerdictType } from '../internal.ts'
import type { Style } from './style.ts'

/** The sign in front of a request, by its outcome. */
export const MARK: Record<VerdictType, string> = {
  blocked: '✗',
  depends: '?',
  unexplained: '!',
  'cannot-tell': '?',
  shared: '✓',
  'not-cors': '·',
}

/** Returns the color of an outcome. */
export const markStyle = (type: VerdictType, { red, green, yellow }: Style): Style['red'] =>
  type === 'blocked' ? red : type === 'shared' ? green : yellow
