import type { Sentence } from './sentence.ts'

/** What a message doesn't say but a recording would. */
export type Untold =
  | 'which request'
  | 'which origin'
  | 'preflight or response'
  | 'what was sent'
  | 'the status'

/** Returns what a message leaves open, the most useful first. */
export function untoldBy({ code, phase, values }: Sentence): readonly Untold[] {
  const aboutOrigin = /AllowOrigin|OriginNotAllowed|OriginValue|MultipleOrigins/.test(code)
  const aboutLists = /Method|Header(?!$)|Invalid/.test(code) && phase === 'preflight'
  const isMissing = /MissingAllowOrigin/.test(code)
  return [
    ...(values.url === null ? (['which request'] as const) : []),
    ...(phase === null ? (['preflight or response'] as const) : []),
    ...(values.origin === null ? (['which origin'] as const) : []),
    ...((aboutOrigin && values.allowOrigin === null && !isMissing) || (aboutLists && values.item === null)
      ? (['what was sent'] as const)
      : []),
    ...(values.status === null ? (['the status'] as const) : []),
  ]
}
