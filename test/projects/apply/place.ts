import type { Edit } from '../../../src/fix/placements/edit.ts'
import { blockOf } from './block-of.ts'
import { endOf, scannedAs } from './end-of.ts'
import { type Finding, placesOf } from './places-of.ts'
import { statementAt } from './statement-at.ts'

/** Returns a file with one edit made; fails if it has no place. */
export function place(
  file: string,
  source: string,
  edit: Exclude<Edit, { type: 'create' }>,
  host: string,
): string {
  if ('unless' in edit && edit.unless !== undefined && new RegExp(edit.unless, 'm').test(source))
    return source
  if (!('find' in edit))
    return edit.at === 'end' ? `${source.trimEnd()}\n\n${codeFor(edit, source)}` : onTop(edit, source)
  const found = placesOf(file, source, edit, host)
  if (found.length === 0 && edit.otherwise === undefined)
    throw new Error(`no place in ${file} for ${JSON.stringify(edit)}\n${source}`)
  if (found.length === 0) return edit.otherwise === 'top' && 'code' in edit ? onTop(edit, source) : source
  // From the last to the first, so that the places stay where they are.
  return [...found].reverse().reduce((text, match) => made(file, text, edit, match), source)
}

/** What has to stay first: a shebang, a directive, what a module of Python says of itself, comments. */
const HEAD = /^(#.*\n|\s*['"]use strict['"];?\n|\s*\/\/.*\n|from __future__ .*\n|\s*"""[\s\S]*?"""\n)*/

function onTop(edit: Variants, source: string): string {
  const head = HEAD.exec(source)?.[0] ?? ''
  return head + codeFor(edit, source) + source.slice(head.length)
}

function made(file: string, source: string, edit: Finding, match: RegExpExecArray): string {
  const { index } = match
  const past = index + match[0].length
  if (edit.type === 'replace') return source.slice(0, index) + replaced(edit.by, match) + source.slice(past)
  if (edit.type === 'wrap') {
    const end = endOf(source, past, scannedAs(file), (at) => source[at] === ',' || source[at] === '\n')
    const last = /[,\n]/.test(source[end - 1] ?? '') ? end - 1 : end
    return source.slice(0, past) + edit.before + source.slice(past, last) + edit.after + source.slice(last)
  }
  const indent = /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', index - 1) + 1))?.[0] ?? ''
  if (edit.type === 'around') {
    const { start, end } = blockAt(file, source, index)
    const { outside, inside } = divided(file, source, source.slice(start, end), edit.except)
    return source.slice(0, start) + outside + edit.before + inside + edit.after + source.slice(end)
  }
  const code = renamed(codeFor(edit, source), match)
  if (edit.at === 'last') {
    const at = lastOf(source, index, indent)
    return `${source.slice(0, at).trimEnd()}\n\n\n${indented(code, indent)}\n\n${source.slice(at)}`
  }
  if (edit.at === 'inside') {
    const { start } = blockAt(file, source, index)
    return source.slice(0, start) + indented(code, `${indent}  `) + source.slice(start)
  }
  const { from, to } = statementAt(file, source, index)
  const at = edit.at === 'before' ? from : to
  const before = source.slice(0, at)
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${indented(code, indent)}${source.slice(at)}`
}

/** Returns the end of the function or module of Python that a place is in, before its `return` or what it runs. */
function lastOf(source: string, at: number, indent: string): number {
  const lines = source.slice(at).split('\n')
  const outside = lines.findIndex((line) => line.trim() !== '' && !line.startsWith(indent))
  const body = outside === -1 ? lines : lines.slice(0, outside)
  const leaves = body.findLastIndex((line) =>
    line.startsWith(`${indent}${indent === '' ? 'if __name__' : 'return '}`),
  )
  const before = lines.slice(0, leaves === -1 ? body.length : leaves)
  return at + before.reduce((sum, line) => sum + line.length + 1, 0)
}

function blockAt(file: string, source: string, at: number) {
  const block = blockOf(file, source, at)
  if (block === null) throw new Error(`no block opens at ${source.slice(at, at + 80)}`)
  return block
}

/** Divides what a block has into the directives that match, with imports of snippets that have such, and the rest. */
function divided(file: string, source: string, text: string, except: string | undefined) {
  const isExcept = (one: string): boolean => {
    const [, name] = /^import[ \t]+(\w+)/.exec(one) ?? []
    const snippet = name === undefined ? -1 : source.indexOf(`\n(${name}) {`)
    const own = snippet === -1 ? one : (blockOf(file, source, snippet + 1)?.text.trim() ?? one)
    return except !== undefined && new RegExp(except).test(own)
  }
  let [outside, inside] = ['', '']
  for (let at = 0; at < text.length; ) {
    const { to } = statementAt(file, text, at)
    const one = text.slice(at, to)
    if (isExcept(one.trim())) outside += one
    else inside += one
    at = Math.max(to, at + 1)
  }
  return { outside, inside }
}

const indented = (code: string, indent: string): string => code.replace(/^(?=.)/gm, indent)

const replaced = (by: string, match: RegExpExecArray): string =>
  by.replace(/\$(\d)/g, (_, number: string) => match[Number(number)] ?? '')

/** Replaces the names that a snippet's code uses by the project's own. */
const renamed = (code: string, { groups }: RegExpExecArray): string =>
  Object.entries(groups ?? {}).reduce(
    (text, [name, value]) =>
      text.replace(new RegExp(String.raw`(?<![\w.'"/-]|['"]@)${name}\b(?!['"])`, 'g'), value),
    code,
  )

interface Variants {
  readonly code: string
  readonly commonjs?: string
}

const isCommonJs = (source: string): boolean => /\brequire\(/.test(source) && !/^import\s/m.test(source)

const codeFor = (edit: Variants, source: string): string =>
  isCommonJs(source) ? (edit.commonjs ?? edit.code) : edit.code
