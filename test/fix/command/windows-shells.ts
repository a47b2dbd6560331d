/** Returns the arguments that a Windows program finds in its command line (CommandLineToArgvW, the program's name left out). */
export function argvOf(commandLine: string): readonly string[] {
  const words: string[] = []
  let word: string | null = null
  let inQuotes = false
  for (let at = 0; at < commandLine.length; ) {
    const slashes = /\\*/y
    slashes.lastIndex = at
    const count = slashes.exec(commandLine)?.[0].length ?? 0
    at += count
    const sign = commandLine.charAt(at)
    if (sign === '"') {
      word = (word ?? '') + '\\'.repeat(Math.floor(count / 2))
      if (count % 2 === 1) word += '"'
      else inQuotes = !inQuotes
      at++
      continue
    }
    if (count > 0) word = (word ?? '') + '\\'.repeat(count)
    if (sign === '') break
    if (/[ \t]/.test(sign) && !inQuotes) {
      if (word !== null) words.push(word)
      word = null
    } else word = (word ?? '') + sign
    at++
  }
  if (word !== null) words.push(word)
  return words.slice(1)
}

/**
 * Returns the command lines that cmd makes of what is typed: variables first, then carets and quotes, then what ends a command.
 * https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/cmd
 */
export function typedIntoCmd(typed: string, variables: Readonly<Record<string, string>>): readonly string[] {
  const text = typed.replace(
    /%([^%:\r\n]+)(?::[^%\r\n]*)?%/g,
    (whole, name: string) => variables[name.toLowerCase()] ?? whole,
  )
  const commands: string[] = ['']
  const put = (sign: string): void => {
    commands[commands.length - 1] += sign
  }
  let inQuotes = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '^' && !inQuotes) {
      // A caret before the end of a line takes the first sign of the next as it is.
      if (text.charAt(at + 1) === '\n') at++
      at++
      put(text.charAt(at))
    } else if (sign === '\n' || (/[&|]/.test(sign) && !inQuotes)) commands.push('')
    else if (/[<>]/.test(sign) && !inQuotes) throw new Error(`a redirection: ${typed.slice(at)}`)
    else {
      if (sign === '"') inQuotes = !inQuotes
      put(sign)
    }
  }
  return commands
}

/** The quotes that PowerShell takes for a single one. */
const SINGLE = /['‘’‚‛]/

/**
 * Returns the words that PowerShell hands to a native program for a command of bare words and single-quoted strings.
 * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powershellWords(command: string): readonly string[] {
  const words: string[] = []
  let word: string | null = null
  for (let at = 0; at < command.length; at++) {
    const sign = command.charAt(at)
    if (SINGLE.test(sign)) {
      word ??= ''
      for (at++; ; at++) {
        if (at >= command.length) throw new Error('a string without an end')
        if (SINGLE.test(command.charAt(at))) {
          if (!SINGLE.test(command.charAt(at + 1))) break
          at++
        }
        word += command.charAt(at)
      }
    } else if (sign === '`' && command.charAt(at + 1) === '\n') at++
    else if (/\s/.test(sign)) {
      if (word !== null) words.push(word)
      word = null
    } else if (/[\w./:-]/.test(sign)) word = (word ?? '') + sign
    else throw new Error(`${sign} is no part of a word: ${command.slice(at)}`)
  }
  if (word !== null) words.push(word)
  return words
}

/**
 * Returns the command line that PowerShell makes of words: up to 7.2 and in its legacy mode, quotes are put around what has a
 * blank outside of quotes, and nothing is escaped; since 7.3 everything is.
 * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_preference_variables
 */
export const nativeLine = (words: readonly string[], legacy: boolean): string =>
  words
    .map((word) => {
      if (legacy) return hasOpenBlank(word) ? `"${word}"` : word
      if (word !== '' && !/[\s"]/.test(word)) return word
      return `"${word.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => slashes + slashes + (quote === '' ? '' : '\\"'))}"`
    })
    .join(' ')

function hasOpenBlank(word: string): boolean {
  let quotes = 0
  for (let i = 0; i < word.length; i++) {
    if (word.charAt(i) === '"' && word.charAt(i - 1) !== '\\') quotes++
    else if (/\s/.test(word.charAt(i)) && quotes % 2 === 0) return true
  }
  return false
}
