import { CurlError } from './curl-error.ts'
import { goesOnAt, type Word, type Words } from './words.ts'

/**
 * Returns the words of the first command from a position on, as Windows reads it: cmd.exe removes the carets, then the
 * program's C runtime splits the rest. Nothing is expanded or run.
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 * @throws {CurlError} if a quote is never closed.
 */
export function cmdWords(command: string, from: number): Words {
  const { line, places, end } = withoutCarets(command, from)
  const words: Word[] = []
  let parts: string[] = []
  let began = -1
  let quote = -1
  let at = 0
  const add = (text: string): void => {
    if (began < 0) began = at
    parts.push(text)
  }
  const endWord = (): void => {
    if (began >= 0) words.push({ text: parts.join(''), at: places[began] ?? end })
    parts = []
    began = -1
  }
  while (at < line.length) {
    const next = line.charAt(at)
    if (next === '\\' || next === '"') {
      const run = /\\*"?/y
      run.lastIndex = at
      const found = run.exec(line)?.[0] ?? next
      const backslashes = found.endsWith('"') ? found.length - 1 : found.length
      const isQuote = found.length > backslashes
      add('\\'.repeat(isQuote ? backslashes >> 1 : backslashes))
      if (isQuote && backslashes % 2 === 1) add('"')
      else if (isQuote && quote >= 0 && line.charAt(at + found.length) === '"') {
        // Two quotes within quotes are a literal one.
        add('"')
        at++
      } else if (isQuote) quote = quote < 0 ? at : -1
      at += found.length
    } else if (quote < 0 && /\s/.test(next)) {
      endWord()
      at++
    } else {
      const plain = quote < 0 ? /[^\s\\"]+/y : /[^\\"]+/y
      plain.lastIndex = at
      const run = plain.exec(line)?.[0] ?? next
      add(run)
      at += run.length
    }
  }
  if (quote >= 0) throw new CurlError(command, places[quote] ?? end, 'the quote " is never closed')
  endWord()
  return { words, end }
}

interface Line {
  readonly line: string
  /** The position in the command of each character in the line. */
  readonly places: readonly number[]
  readonly end: number
}

/** Removes the carets of cmd.exe from its first line. Between quotes, a caret is literal. */
function withoutCarets(command: string, from: number): Line {
  const kept: string[] = []
  const places: number[] = []
  let quoted = false
  let isBlank = true
  let at = from
  const keep = (character: string, place: number): void => {
    kept.push(character)
    isBlank &&= character.trim() === ''
    places.push(place)
  }
  while (at < command.length) {
    const next = command.charAt(at)
    if (next === '^' && !quoted) {
      at += 1 + lineEndAt(command, at + 1)
      // Whatever follows a caret, or a caret and a line end, is kept.
      if (at >= command.length) break
      const ended = lineEndAt(command, at)
      keep(ended > 0 ? '\n' : command.charAt(at), at)
      at += Math.max(1, ended)
    } else if (lineEndAt(command, at) > 0) {
      const length = lineEndAt(command, at)
      if (!isBlank && !goesOnAt(command, at + length)) break
      keep(' ', at)
      quoted = false
      at += length
    } else if (!quoted && '&|<>'.includes(next)) break
    else {
      if (next === '"') quoted = !quoted
      keep(next, at)
      at++
    }
  }
  return { line: kept.join(''), places, end: at }
}

const lineEndAt = (text: string, at: number): number => {
  if (text.startsWith('\r\n', at)) return 2
  return text.startsWith('\n', at) ? 1 : 0
}
