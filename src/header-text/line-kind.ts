import { isToken, trimOws } from '../fetch/header-list.ts'

/** The kind of a line of header text. */
export type LineKind =
  | { readonly type: 'blank' }
  | { readonly type: 'request line'; readonly method: string; readonly target: string }
  | { readonly type: 'status line'; readonly status: number; readonly statusText: string }
  | { readonly type: 'header'; readonly name: string; readonly value: string }
  /** A name whose value is on the next line, as in text copied from a table. */
  | { readonly type: 'name'; readonly name: string }
  /** A row of "General", such as "Request URL"; its value may be on the next line ('' then). */
  | { readonly type: 'label'; readonly label: Label; readonly value: string }
  | { readonly type: 'heading'; readonly side: 'request' | 'response' | null }
  | { readonly type: 'other' }

export type Label = 'url' | 'method' | 'status' | 'nothing'

/** The rows above the headers in Chrome's, Firefox's and Safari's panes. */
const LABELS: Readonly<Record<string, Label>> = {
  'request url': 'url',
  url: 'url',
  'request method': 'method',
  method: 'method',
  'status code': 'status',
  status: 'status',
  'remote address': 'nothing',
  'referrer policy': 'nothing',
  scheme: 'nothing',
  filename: 'nothing',
  version: 'nothing',
  transferred: 'nothing',
  'dns resolution': 'nothing',
  'request priority': 'nothing',
  source: 'nothing',
  initiator: 'nothing',
  address: 'nothing',
}

const HEADING =
  /^(general|summary|headers|(?:provisional )?(request|response) headers(?: \([^)]*\))?|(request|response)|provisional headers are shown.*|learn more|raw|view (?:source|parsed)|early hints headers)$/i

/** Returns the kind of a line, ignoring the marks that some tools put before it (`>` and `<` of `curl -v`). */
export function lineKind(line: string): LineKind {
  const text = trimOws(line)
  if (text === '') return { type: 'blank' }
  const [, method, target] = /^([!#$%&'*+.^_`|~\w-]{1,64}) (\S+)(?: HTTP\/[\d.]+)?$/.exec(text) ?? []
  if (
    method !== undefined &&
    target !== undefined &&
    isTarget(target, text) &&
    method === method.toUpperCase()
  )
    return { type: 'request line', method, target }
  const [, status, statusText = ''] =
    /^(?:HTTP(?:\/[\d.]+)?|h[23]) ([1-9]\d\d)(?: (.*))?$/i.exec(text) ??
    /^([1-5]\d\d) ([A-Z][\w' -]*)$/.exec(text) ??
    []
  if (status !== undefined) return { type: 'status line', status: Number(status), statusText }
  const heading = HEADING.exec(text)
  if (heading !== null) {
    const side = (heading[2] ?? heading[3])?.toLowerCase()
    return { type: 'heading', side: side === 'request' || side === 'response' ? side : null }
  }
  const colon = text.indexOf(':', 1)
  const name = colon < 0 ? text : text.slice(0, colon)
  const value = colon < 0 ? '' : trimOws(text.slice(colon + 1))
  const label = Object.hasOwn(LABELS, name.toLowerCase()) ? LABELS[name.toLowerCase()] : undefined
  // Safari's "URL", but not `status`, which servers send as a header.
  if (label !== undefined && (colon < 0 || name.includes(' ') || /^[A-Z]/.test(name)))
    return { type: 'label', label, value }
  if (!isToken(name.replace(/^:/, ''))) return { type: 'other' }
  return colon < 0 ? { type: 'name', name } : { type: 'header', name, value }
}

const isTarget = (target: string, line: string): boolean =>
  /^(?:\/|https?:\/\/)/i.test(target) || (/ HTTP\/[\d.]+$/.test(line) && /^(?:\*|[\w.-]+:\d+)$/.test(target))
