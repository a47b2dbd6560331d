import { readFileSync } from 'node:fs'
import { parseAst } from 'vitest/node'
import { FUNCTIONS, INSIDE, METHODS, NO_REDACTION, type Off, OTHERS, REDACTION } from './masking.ts'

/** A place in the source that calls a function that masks, or hands it on. */
export interface Site {
  readonly id: number
  readonly file: string
  readonly line: number
  /** The call, as it is written. */
  readonly call: string
  readonly off: Off
  /** What is replaced. */
  readonly start: number
  readonly end: number
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode)

const isType = /^TS(?:.*Keyword|.*Type|Interface.*|Type.*)$/

/** Returns the places in a file that mask, in their order. */
export function masksIn(file: string, text: string): readonly Omit<Site, 'id'>[] {
  const sites: Omit<Site, 'id'>[] = []
  const sourceOf = ({ start, end }: Node): string => text.slice(start, end)
  const add = (node: Node, off: Off, whole: Node = node): void => {
    const { start, end } = node
    sites.push({
      file,
      line: text.slice(0, start).split('\n').length,
      call: sourceOf(whole),
      off,
      start,
      end,
    })
  }
  const visit = (node: Node, parent: Node): void => {
    if (isType.test(node.type)) return
    const whole = parent.type === 'CallExpression' && parent['callee'] === node ? parent : node
    const isCalled = whole === parent
    const isHandedOn = parent.type === 'CallExpression' && !isCalled
    const off = offOf(node, sourceOf, file)
    if (off !== undefined && (isCalled || (isHandedOn && off !== 'nothing') || isMethod(node, sourceOf)))
      add(node, off, whole)
    if (node.type === 'ConditionalExpression' && sourceOf(node['consequent'] as Node) === 'showingSecrets')
      add(node['test'] as Node, 'asked', node)
    for (const child of childrenOf(node)) visit(child, node)
  }
  const program = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file) as unknown as Node
  visit(program, program)
  return sites
}

/** Reports whether a node is a method of a redaction, which masks wherever it is handed on. */
const isMethod = (node: Node, sourceOf: (node: Node) => string): boolean =>
  node.type === 'MemberExpression' && Object.hasOwn(METHODS, sourceOf(node['property'] as Node))

/** Returns how to switch off what a name or a member stands for. */
function offOf(node: Node, sourceOf: (node: Node) => string, file: string): Off | undefined {
  if (node.type === 'Identifier') {
    const name = String(node['name'])
    if (name === 'show') return OTHERS.includes(file) ? undefined : 0
    const functions = file.startsWith('src/redact/') ? INSIDE : FUNCTIONS
    return Object.hasOwn(functions, name) ? functions[name] : undefined
  }
  if (node.type !== 'MemberExpression' || node['computed'] === true) return undefined
  const object = sourceOf(node['object'] as Node)
  const name = sourceOf(node['property'] as Node)
  if (NO_REDACTION.test(object)) return undefined
  const isRedaction = REDACTION.test(object) || (file.startsWith('src/redact/') && object === 'parts')
  if (Object.hasOwn(METHODS, name) && isRedaction) return METHODS[name]
  return (name === 'show' && !OTHERS.includes(file)) || (name === 'mask' && object === 'secrets')
    ? 0
    : undefined
}

/** Returns all places of the sources that mask, by file. */
export function maskingSites(root: string, files: readonly string[]): ReadonlyMap<string, readonly Site[]> {
  let id = 0
  return new Map(
    files.map((file) => [
      file,
      masksIn(file, readFileSync(`${root}/${file}`, 'utf8')).map((site) => ({ ...site, id: id++ })),
    ]),
  )
}
