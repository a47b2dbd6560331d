import { type Alias, CST, isAlias, isNode, Lexer, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { ChecksError, type Place } from './checks-error.ts'

/** The values of a YAML or JSON text, each with its place. */
export interface Tree {
  /** null for an empty text. */
  readonly root: Node | null
  /** Returns what an alias stands for; any other node is itself. */
  readonly resolved: (node: Node) => Node
  readonly placeOf: (node: Node) => Place
}

/** The longest text that is read, in characters. A thousand checks need a tenth of it. */
const LONGEST = 1_000_000

/** A list of checks has four levels. Thousands of them would exhaust the parser's stack and its regular expressions. */
const DEEPEST = 100

/**
 * Returns the values of a YAML text; JSON is YAML too. The time grows no faster than the text.
 *
 * @throws {ChecksError} where the text is malformed, too long or nested too deeply.
 */
export function parseTree(source: string): Tree {
  if (source.length > LONGEST)
    throw new ChecksError(null, 'larger than 1 MB; split it into several files of checks')
  const written = source.startsWith('\ufeff') ? source.slice(1) : source
  const lines = new LineCounter()
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const deep = tooDeepAt(written)
  if (deep !== null) throw new ChecksError(deep, 'nested too deeply for a list of checks')
  const document = parseDocument(written, {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    // It compares each key with each other one.
    uniqueKeys: false,
  })
  const [error] = document.errors
  if (error !== undefined) {
    const place = placeAt(error.pos[0])
    throw new ChecksError(place, reasonOf(error, written.split('\n')[place.line - 1] ?? ''))
  }
  const meant = aliasesIn(document.contents)
  return {
    root: isNode(document.contents) ? document.contents : null,
    resolved(node) {
      if (!isAlias(node)) return node
      const target = meant.get(node)
      if (target === undefined)
        throw new ChecksError(
          placeAt(node.range?.[0] ?? 0),
          `there is no anchor &${shown(node.source)} above`,
        )
      return target
    },
    placeOf: (node) => placeAt(node.range?.[0] ?? 0),
  }
}

/** What the lexer adds of itself; it has no width. */
const SIGNS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR])

/** Returns where the nesting may be deeper than a list of checks ever is; null if it's nowhere. */
function tooDeepAt(written: string): Place | null {
  let [line, column, flow, block] = [1, 1, 0, 0]
  for (const token of new Lexer().lex(written)) {
    if (token === '[' || token === '{') flow++
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1)
    // A level of a block is a column of the indentation, or a sign on the same line.
    else if (flow === 0 && column === 1 && /^ +$/.test(token)) block = token.length
    else if (flow === 0 && /^[-?:]$/.test(token)) block++
    if (flow + block > DEEPEST) return { line, column }
    const end = token.lastIndexOf('\n')
    if (end < 0) {
      column += SIGNS.has(token) ? 0 : token.length
      continue
    }
    line += token.split('\n').length - 1
    column = token.length - end
    if (flow === 0) block = 0
  }
  return null
}

/** Returns what each alias stands for: the last value above it that has the anchor. */
function aliasesIn(root: unknown): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>()
  const meant = new Map<Alias, Node>()
  if (isNode(root))
    visit(root, {
      Node(_, node) {
        if (isAlias(node)) {
          const target = anchors.get(node.source)
          if (target !== undefined) meant.set(node, target)
        } else if (node.anchor !== undefined) anchors.set(node.anchor, node)
      },
    })
  return meant
}

/** Returns what is wrong with a malformed text, and what was likely meant. */
function reasonOf(
  { code, message }: { readonly code: string; readonly message: string },
  line: string,
): string {
  if (/^ *\t/.test(line)) return 'indented with a tab; YAML wants spaces'
  return MEANT[code] ?? `not valid YAML: ${message.slice(0, 1).toLowerCase()}${message.slice(1, 200)}`
}

const MEANT: Readonly<Record<string, string>> = {
  BAD_SCALAR_START: 'a value can’t begin with this character; put the value in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'the lines below are indented more than this one’s key, or a value with ": " needs quotes',
  DUPLICATE_KEY: 'this key is given twice',
  MULTIPLE_DOCS: 'a second document begins here; one file is one list of checks',
  RESOURCE_EXHAUSTION: 'nested too deeply for a list of checks',
}

const shown = (word: string): string => JSON.stringify(word.slice(0, 40)).slice(1, -1)
