import { transformSync } from 'esbuild'
import { parseAst } from 'vite'

/** Returns the words that a source file says: its string literals and templates that have more than one word. */
export function sentencesOf(path: string, source: string): readonly string[] {
  const { code } = transformSync(source, { loader: path.endsWith('x') ? 'tsx' : 'ts', target: 'esnext' })
  const found: string[] = []
  visit(parseAst(code), found)
  return found.filter((words) => /[a-z]{2,}\s+\S/i.test(words.trim()))
}

interface Template {
  readonly quasis: readonly { readonly value: { readonly cooked: string } }[]
  readonly expressions: readonly unknown[]
}

function visit(node: unknown, found: string[]): void {
  if (typeof node !== 'object' || node === null) return
  const { type } = node as { readonly type?: unknown }
  if (type === 'ImportDeclaration') return
  if (type === 'TemplateLiteral') {
    const { quasis, expressions } = node as Template
    // A value stands for one word.
    found.push(quasis.map(({ value }) => value.cooked).join('…'))
    for (const expression of expressions) visit(expression, found)
    return
  }
  const { value } = node as { readonly value?: unknown }
  if (type === 'Literal' && typeof value === 'string') found.push(value)
  for (const child of Object.values(node)) visit(child, found)
}
