import { asciiLower } from '../fetch/header-list.ts'
import { HeaderTextError } from './header-text-error.ts'
import { type Label, type LineKind, lineKind } from './line-kind.ts'
import { emptyMessage, type Message } from './message.ts'
import { sideOfName } from './side-of-name.ts'

/** What `curl -v` writes before the lines of either side, and its messages in between. */
const VERBOSE = /^(?:([<>]) ?(?=[!#$%&'*+.^_`|~\w:-]|\s*$)|[*{}] )/

/**
 * Returns the requests and responses in header text, in its order: header blocks as browsers copy them (raw or from the
 * table, HTTP/1 or with pseudo-headers), what `curl -v` and `curl -i` print, or header lines alone. Bodies are left out.
 *
 * @throws {HeaderTextError} which names the line, if the text holds no headers or begins with something else.
 */
export function parseHeaderText(text: string): readonly Message[] {
  const messages: Message[] = []
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  let current: Message | null = null
  /** If a block says what it is, that applies to all its lines; otherwise each line is classified by its name. */
  let isDeclared = false
  let inBody = false
  const begin = (side: Message['side'], declared: boolean): Message => {
    current = emptyMessage(side)
    isDeclared = declared
    inBody = false
    messages.push(current)
    return current
  }
  const resume = (side: Message['side']): void => {
    current = openMessage(messages, side) ?? begin(side, true)
    isDeclared = true
    inBody = false
  }
  const ofSide = (side: Message['side']): Message =>
    current?.side === side && !isDeclared ? current : (openMessage(messages, side) ?? begin(side, false))

  for (let at = 0; at < lines.length; at++) {
    const raw = lines[at] ?? ''
    const verbose = VERBOSE.exec(raw)
    if (verbose !== null && verbose[1] === undefined) continue
    const kind = lineKind(verbose === null ? raw : raw.slice(verbose[0].length))
    const nextLine = (): string => (lines[++at] ?? '').trim()
    switch (kind.type) {
      case 'request line':
        Object.assign(begin('request', true), { method: kind.method, target: kind.target })
        break
      case 'status line':
        Object.assign(begin('response', true), { status: kind.status, statusText: kind.statusText })
        break
      case 'heading':
        if (kind.side !== null) resume(kind.side)
        inBody = false
        break
      case 'label':
        label(kind.label, kind.value === '' ? nextLine() : kind.value, ofSide, begin)
        inBody = false
        break
      case 'blank':
        // Only a message that began with a start line can have a body.
        inBody = isDeclared && current !== null && hasStartLine(current)
        break
      case 'header':
      case 'name': {
        const isPseudo = kind.name.startsWith(':')
        if (inBody && verbose === null && !isPseudo) break
        const value = valueAfter(kind, lines[at + 1])
        if (value.fromNextLine) at++
        const ofName = sideOfName(asciiLower(kind.name))
        if (isPseudo && ofName !== null && !mayHave(current, ofName, kind.name)) resume(ofName)
        const side = isDeclared ? null : ofName
        const message: Message = side === null ? (current ?? begin('response', false)) : ofSide(side)
        current = message
        addHeader(message, kind.name, value.value)
        break
      }
      case 'other':
        if (!inBody && verbose === null) throw new HeaderTextError(at + 1, NO_HEADER)
        break
    }
  }
  const found = messages.filter((message) => message.headers.length > 0 || hasStartLine(message))
  if (!found.some(isSurely)) throw new HeaderTextError(1, 'the text holds no headers')
  return found
}

const NO_HEADER = 'neither a header ("Name: value") nor the first line of a request or response'

const hasStartLine = ({ status, method, target }: Message): boolean =>
  status !== null || (method !== null && target !== null)

/** A single word on a line also looks like a header name. */
const isSurely = (message: Message): boolean =>
  hasStartLine(message) ||
  message.headers.some(({ name, value }) => value !== '' || sideOfName(asciiLower(name)) !== null)

/** Pseudo-headers come first in their message, each once. */
const mayHave = (message: Message | null, side: Message['side'], name: string): boolean =>
  message?.side === side &&
  message.headers.every((header) => header.name.startsWith(':') && header.name !== name)

/** A message of which only rows of "General" were read so far. */
const openMessage = (messages: readonly Message[], side: Message['side']): Message | null =>
  messages.slice(-2).find((message) => message.side === side && message.headers.length === 0) ?? null

interface Value {
  readonly value: string
  readonly fromNextLine: boolean
}

/** A copied table has the value below the name; after an empty value comes another header. */
function valueAfter(kind: Extract<LineKind, { type: 'header' | 'name' }>, next: string | undefined): Value {
  if (kind.type === 'header' && kind.value !== '') return { value: kind.value, fromNextLine: false }
  const below = next === undefined ? null : lineKind(next)
  const isValue =
    below !== null &&
    below.type !== 'blank' &&
    (kind.type === 'name' ||
      (below.type !== 'header' && below.type !== 'heading' && below.type !== 'status line'))
  return isValue ? { value: (next ?? '').trim(), fromNextLine: true } : { value: '', fromNextLine: false }
}

function addHeader(message: Message, name: string, value: string): void {
  message.headers.push({ name, value })
  switch (asciiLower(name)) {
    case ':method':
      message.method = value
      break
    case ':path':
      message.target ??= value
      break
    case ':scheme':
      message.scheme = value
      break
    case ':status':
      if (/^[1-9]\d\d$/.test(value)) message.status = Number(value)
      break
  }
}

function label(
  label: Label,
  value: string,
  ofSide: (side: Message['side']) => Message,
  begin: (side: Message['side'], declared: boolean) => Message,
): void {
  if (label === 'url') begin('request', false).target = value
  else if (label === 'method') ofSide('request').method = value
  else if (label === 'status') {
    const [, status, statusText = ''] = /^([1-9]\d\d)\b\s*(.*)$/s.exec(value) ?? []
    if (status !== undefined) Object.assign(begin('response', false), { status: Number(status), statusText })
  }
}
