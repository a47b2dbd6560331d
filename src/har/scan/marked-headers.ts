import { RecordedHeader } from '../recorded-header.ts'
import * as byteOf from './byte-classes.ts'
import { MarkedText } from './marked-text.ts'

/** The marks of {"name":"…","value":"…"}. */
const FORM = Uint8Array.from(`{"":"","":""}`, (character) => character.charCodeAt(0))
/** Which of them is the one before a name or a value; the text between is none of JSON's structure. */
const [NAME, ITS_VALUE, VALUE, VALUE_OF_IT] = [1, 4, 7, 10]

/** How many marks a header has that is written as most are. */
export const MARKS = FORM.length

/** JSON text with headers. */
export abstract class MarkedHeaders extends MarkedText {
  /** Returns the header that begins at the next mark, or null if it's written in another way or has to be changed. */
  protected header(): RecordedHeader | null {
    for (let i = 0; i < MARKS; i++) {
      const at = this.mark(this.next + i)
      if (this.bytes[at] !== FORM[i] || (i > 0 && !this.#isText(i) && !this.#isSpace(i))) return null
    }
    if (!this.#is(NAME, 'name') || !this.#is(VALUE, 'value')) return null
    const name = this.strings.at(this.mark(this.next + ITS_VALUE) + 1, this.mark(this.next + ITS_VALUE + 1))
    const value = this.strings.once(
      this.mark(this.next + VALUE_OF_IT) + 1,
      this.mark(this.next + VALUE_OF_IT + 1),
    )
    return name === '' || isChanged(value) ? null : new RecordedHeader(name, value)
  }

  /** Reports whether a mark ends a text. */
  #isText(i: number): boolean {
    return FORM[i] === byteOf.QUOTE && FORM[i - 1] === byteOf.QUOTE
  }

  /** Reports whether there is nothing but space before a mark. */
  #isSpace(i: number): boolean {
    const end = this.mark(this.next + i)
    for (let at = this.mark(this.next + i - 1) + 1; at < end; at++)
      if (byteOf.IS_SPACE[this.bytes[at] as number] === 0) return false
    return true
  }

  /** Reports whether the text after a mark is a word. */
  #is(i: number, word: string): boolean {
    const start = this.mark(this.next + i) + 1
    if (this.mark(this.next + i + 1) - start !== word.length) return false
    for (let at = 0; at < word.length; at++) if (this.bytes[start + at] !== word.charCodeAt(at)) return false
    return true
  }
}

/** Reports whether a value consists of lines, or has spaces around it. */
function isChanged(value: string): boolean {
  return isBlank(value.charCodeAt(0)) || isBlank(value.charCodeAt(value.length - 1)) || value.includes('\n')
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09
