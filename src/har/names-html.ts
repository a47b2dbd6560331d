/** The type that was asked about last: recordings have few. */
let last = { type: '', isHtml: false }

/** Reports whether a media type is one of web pages. */
export function namesHtml(type: string): boolean {
  if (type !== last.type) last = { type, isHtml: /\bhtml\b/i.test(type) }
  return last.isHtml
}
