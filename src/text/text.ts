import { grouped } from './grouped.ts'

/**
 * A piece of a sentence: plain words, a quoted value (header line, URL, method), or a link. Recorded values are always
 * `code`, so that every renderer knows what may be hostile.
 */
export type Inline = string | { readonly code: string } | { readonly link: string; readonly text: string }

/** One or more sentences without markup. Each renderer (terminal, JSX, markdown, plain) decides how they look. */
export type Text = readonly Inline[]

/** Returns `value` as a quoted piece of a {@link Text}. */
export const code = (value: string): Inline => ({ code: value })

/** Returns a link to `url` shown as `label`. */
export const link = (url: string, label: string): Inline => ({ link: url, text: label })

/** Returns the {@link Text} of a template literal; a nested Text is inserted, a string is plain words. */
export function text(words: TemplateStringsArray, ...parts: readonly (Inline | Text | number)[]): Text {
  const result: Inline[] = []
  words.forEach((word, i) => {
    if (word !== '') result.push(word)
    const part = parts[i]
    if (part === undefined) return
    if (typeof part === 'number') result.push(String(part))
    else if (Array.isArray(part)) for (const piece of part as Text) result.push(piece)
    else result.push(part as Inline)
  })
  return result
}

/** How many items a sentence lists at most; the header lines next to it have all of them. */
export const MOST_LISTED = 1000

/**
 * Returns the pieces of `items` as one Text, separated by commas and a last `conjunction`; if there are very many, the first
 * ones and how many more there are.
 */
export function list(items: readonly Inline[], conjunction: 'and' | 'or' = 'and'): Text {
  return joinedItems(
    items.length,
    (i) => {
      const item = items[i]
      return item === undefined ? [] : [item]
    },
    conjunction,
  )
}

/** Returns a list of so many items as {@link list} does, each of some pieces. */
export function joinedItems(count: number, itemAt: (i: number) => Text, conjunction = 'and'): Text {
  const shown = count > MOST_LISTED + 1 ? MOST_LISTED : count
  const result: Inline[] = []
  for (let i = 0; i < shown; i++) {
    if (i > 0) result.push(i === count - 1 ? ` ${conjunction} ` : ', ')
    for (const piece of itemAt(i)) result.push(piece)
  }
  if (shown < count) result.push(` ${andMore(count - shown)}`)
  return result
}

/** Returns the text for the items left out: "and 2,960 more". */
export const andMore = (more: number): string => `and ${grouped(more)} more`
