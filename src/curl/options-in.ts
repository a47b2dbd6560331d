import { CurlError } from './curl-error.ts'
import { longNameOf, takesValue } from './option-table.ts'
import type { Word } from './words.ts'

/** An option of a command. A URL is the option `url`, with or without its name. */
export interface Option {
  /** The long name, without the hyphens. */
  readonly name: string
  /** '' for an option without a value. */
  readonly value: string
  readonly at: number
}

/**
 * Returns the options among the words of a command, in their order, up to `--next`.
 * @throws {CurlError} for an unknown option, or one that lacks its value.
 */
export function optionsIn(command: string, words: readonly Word[]): readonly Option[] {
  const options: Option[] = []
  let onlyUrls = false
  for (let i = 0; i < words.length; i++) {
    const { text, at } = words[i] ?? { text: '', at: 0 }
    const argumentOf = (shown: string): string => {
      const value = words[++i]
      if (value === undefined) throw new CurlError(command, at, `the option ${shown} lacks its value`)
      return value.text
    }
    if (onlyUrls || text === '-' || !text.startsWith('-')) options.push({ name: 'url', value: text, at })
    else if (text === '--') onlyUrls = true
    else if (text.startsWith('--')) {
      const name = text.slice(2)
      const hasValue = takesValue(name)
      if (hasValue === null) throw new CurlError(command, at, `curl has no option ${shownName(text)}`)
      if (name === 'next') return options
      options.push({ name, value: hasValue ? argumentOf(text) : '', at })
    } else {
      for (let letter = 1; letter < text.length; letter++) {
        const name = longNameOf(text.charAt(letter))
        if (name === null)
          throw new CurlError(command, at, `curl has no option -${shownName(text.charAt(letter))}`)
        if (name === 'next') return options
        if (takesValue(name) !== true) {
          options.push({ name, value: '', at })
          continue
        }
        const rest = text.slice(letter + 1)
        options.push({ name, value: rest === '' ? argumentOf(`-${text.charAt(letter)}`) : rest, at })
        break
      }
    }
  }
  return options
}

/** Something that isn't the name of an option may be a secret that lost its quotes. */
const shownName = (text: string): string => (/^-{0,2}[\w.-]{1,20}$/.test(text) ? text : 'of this name')
