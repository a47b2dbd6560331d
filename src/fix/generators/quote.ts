import { code, type Text, text } from '../../text/text.ts'

/**
 * How one configuration language writes a value down. Values come from a recording: a method or header name may
 * contain any of !#$%&'*+-.^_`|~ and an origin even quotes and braces.
 */
export interface Syntax {
  /** Returns why a value cannot be written in it without changing its meaning, or null where it can. */
  readonly refuses: (value: string) => Text | null
  /** Returns a value as a literal that the language reads back byte for byte. Precondition: it is not refused. */
  readonly literal: (value: string) => string
  /** What begins a comment; nothing from a recording ever stands in one. */
  readonly comment: string
}

const notPrintable = (value: string): Text | null =>
  /^[\x20-\x7e]*$/.test(value) ? null : text`${code(value)} has characters that no header may have.`

/** Single quotes where that needs no escape, else what JSON writes, which is read the same. */
const doubleUnlessPlain = (plain: "'" | '"', value: string): string =>
  /['"\\]/.test(value) ? JSON.stringify(value) : `${plain}${value}${plain}`

/** JavaScript and TypeScript. Never a template literal: a backtick or `${` would end or change it. */
export const javascript: Syntax = {
  refuses: notPrintable,
  literal: (value) => doubleUnlessPlain("'", value),
  comment: '//',
}

/** Python. Never an f-string. */
export const python: Syntax = {
  refuses: notPrintable,
  literal: (value) => doubleUnlessPlain('"', value),
  comment: '#',
}

/** A quoted string of Nginx, where `$` begins a variable and cannot be escaped. */
export const nginx: Syntax = {
  refuses: (value) =>
    value.includes('$')
      ? text`${code(value)} has a ${code('$')}, which Nginx reads as the begin of a variable and cannot escape.`
      : notPrintable(value),
  literal: (value) => `"${value.replace(/["\\]/g, '\\$&')}"`,
  comment: '#',
}

/** Nginx hashes plain keys of a map into buckets of one cache line; a longer key keeps it from starting. */
const LONGEST_MAP_KEY = 46

/**
 * Returns an origin as a key of an Nginx `map`: the string itself, or where that is too long for its hash a regular
 * expression that matches this string alone. Precondition: its host is plain, so that dots and brackets are all
 * that a regular expression reads in another way.
 */
export const nginxMapKey = (origin: string): string =>
  origin.length <= LONGEST_MAP_KEY ? nginx.literal(origin) : `"~^${origin.replace(/[.[\]]/g, '\\$&')}$"`

/**
 * Returns a list in brackets, as JavaScript and Python write it: on one line where that is short, else with an item
 * per line. `indent` is what the line begins with that the list stands on.
 */
export function array(syntax: Syntax, values: readonly string[], indent: string): string {
  const items = values.map(syntax.literal)
  const line = `[${items.join(', ')}]`
  if (line.length <= 72) return line
  const inner = indent + (syntax === python ? '    ' : '  ')
  return ['[', ...items.map((item) => `${inner}${item},`), `${indent}]`].join('\n')
}

/** One word of a POSIX shell. */
export const shell: Syntax = {
  refuses: notPrintable,
  literal: (value) => `'${value.replaceAll("'", `'\\''`)}'`,
  comment: '#',
}
