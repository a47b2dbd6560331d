import { ansiCQuote } from './ansi-c-quote.ts'
import { CurlError } from './curl-error.ts'
import { goesOnAt, type Word, type Words } from './words.ts'

/**
 * Returns the words of the first command from a position on, as Bash and other POSIX shells read it. Nothing is expanded
 * or run: a variable or a command substitution stays as it's written.
 * @throws {CurlError} if a quote is never closed.
 */
export function bashWords(command: string, from: number): Words {
  const words: Word[] = []
  let parts: string[] = []
  let began = -1
  let dropNext = false
  let at = from
  const add = (text: string): void => {
    if (began < 0) began = at
    parts.push(text)
  }
  const endWord = (): void => {
    if (began < 0) return
    if (!dropNext) words.push({ text: parts.join(''), at: began })
    dropNext = false
    parts = []
    began = -1
  }
  const through = (open: number, close: number, what: string): string => {
    if (close < 0) throw new CurlError(command, open, `${what} is never closed`)
    return command.slice(open, close + 1)
  }

  while (at < command.length) {
    const next = command.charAt(at)
    const two = command.slice(at, at + 2)
    if (next === ' ' || next === '\t' || next === '\r') {
      endWord()
      at++
    } else if (next === '\n') {
      endWord()
      if (words.length > 0 && !goesOnAt(command, at + 1)) break
      at++
    } else if (next === '\\') {
      const lineEnd = /\\\r?\n/y
      lineEnd.lastIndex = at
      const continued = lineEnd.exec(command)?.[0]
      if (continued === undefined) add(command.charAt(at + 1))
      at += continued?.length ?? 2
    } else if (next === "'") {
      const close = command.indexOf("'", at + 1)
      add(through(at, close, "the quote '").slice(1, -1))
      at = close + 1
    } else if (two === "$'") {
      const quoted = ansiCQuote(command, at + 2)
      if (quoted === null) throw new CurlError(command, at, "the quote $' is never closed")
      add(quoted.text)
      at = quoted.end + 1
    } else if (next === '"' || two === '$"') {
      const open = next === '"' ? at : at + 1
      const close = endOfDoubleQuote(command, open + 1)
      add(unescaped(through(open, close, 'the quote "').slice(1, -1)))
      at = close + 1
    } else if (next === '`') {
      const close = command.indexOf('`', at + 1)
      add(through(at, close, 'the command substitution `'))
      at = close + 1
    } else if (two === '$(' || two === '${') {
      const close = endOfSubstitution(command, at + 1)
      add(through(at, close, `the substitution ${two}`))
      at = close + 1
    } else if (next === '#' && began < 0) {
      const end = command.indexOf('\n', at)
      at = end < 0 ? command.length : end
    } else if (next === '<' || next === '>') {
      // A redirection of output: its number and target aren't words of the command.
      if (/^\d*$/.test(parts.join(''))) parts = []
      const number = began >= 0 && parts.length === 0
      if (number) began = -1
      endWord()
      const sign = /[<>]+[|&]?/y
      sign.lastIndex = at
      at += sign.exec(command)?.[0].length ?? 1
      dropNext = true
    } else if (next === '&' && began >= 0 && /[^\s&|;]/.test(command.charAt(at + 1))) {
      throw new CurlError(command, at, 'an & outside quotes ends the command; put the URL into quotes')
    } else if (';|&)'.includes(next)) break
    else {
      const plain = /[^\s\\'"$`<>;|&)]+|\$/y
      plain.lastIndex = at
      const run = plain.exec(command)?.[0] ?? next
      add(run)
      at += run.length
    }
  }
  endWord()
  return { words, end: at }
}

function endOfDoubleQuote(command: string, from: number): number {
  for (let at = from; at < command.length; at++) {
    const next = command.charAt(at)
    if (next === '"') return at
    if (next === '\\') at++
  }
  return -1
}

const unescaped = (quoted: string): string =>
  quoted.replace(/\\(\r?\n|[$`"\\])/g, (_, it: string) => it.trimStart())

/** Nested brackets are counted, even within quotes, which is accurate enough for a command that is never run. */
function endOfSubstitution(command: string, open: number): number {
  const [up, down] = command.charAt(open) === '(' ? ['(', ')'] : ['{', '}']
  let depth = 0
  for (let at = open; at < command.length; at++) {
    const next = command.charAt(at)
    if (next === up) depth++
    else if (next === down && --depth === 0) return at
  }
  return -1
}
