import { describe, expect, it } from 'vitest'
import { code, plain, splitSentences, text, wordsIn } from '../../src/internal.ts'

const said = text`The header ${code('X-A.b')} is missing. It has to be sent. Add it in nginx.conf (version 1.2). Then reload!`
const show = (words: number): readonly string[] =>
  splitSentences(said, words).map((part) => plain(part, (value) => value))

describe('splitting a text after some sentences', () => {
  it('keeps the first sentence, however long', () =>
    expect(show(1)).toEqual([
      'The header `X-A.b` is missing.',
      'It has to be sent. Add it in nginx.conf (version 1.2). Then reload!',
    ]))

  it('takes as many sentences as have room', () =>
    expect(show(11)[0]).toBe('The header `X-A.b` is missing. It has to be sent.'))

  it('leaves a text whole that has room', () => expect(show(50)).toEqual([plain(said, (value) => value), '']))

  it('loses nothing', () => {
    for (let words = 0; words < 30; words++)
      expect(
        show(words)
          .filter((part) => part !== '')
          .join(' '),
      ).toBe(plain(said, (value) => value))
  })

  it('leaves a text without a full stop whole', () =>
    expect(splitSentences(['a b c d'], 1)).toEqual([['a b c d'], []]))

  it('finds an end that two strings have between them', () =>
    expect(splitSentences(['One sentence.', ' ', 'Another one.'], 1)).toEqual([
      ['One sentence.'],
      ['Another one.'],
    ]))

  it('counts words as people do', () => expect(wordsIn(' one – two,  `three` ')).toBe(3))
})
