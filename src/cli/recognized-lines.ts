import { allRules, type Recognized, type Redaction, recognizedText } from '../internal.ts'
import type { Style } from './style.ts'
import { type Piece, wrap } from './wrap.ts'

export interface RecognizedOptions {
  readonly style: Style
  readonly redaction: Redaction
  readonly width: number
}

/** Returns the output for a browser's console message: its values, the possible rules, what is left open. */
export function recognizedLines(
  recognized: Recognized,
  { style, redaction, width }: RecognizedOptions,
): readonly string[] {
  const { heading, values, note, untold } = recognizedText(recognized)
  const drawn = (text: typeof heading, draw: Piece['draw']): readonly Piece[] =>
    text.map((inline): Piece => {
      if (typeof inline === 'string') return { words: inline, draw }
      return 'code' in inline ? { words: inline.code, draw: style.bold } : { words: inline.text, draw }
    })
  const paragraph = (text: typeof heading, draw: Piece['draw']): readonly string[] =>
    wrap(drawn(text, draw), { width, first: '', rest: '' })
  const longest = values.reduce((most, { name }) => Math.max(most, name.length), 0)
  const shown = (name: string, value: string): string => {
    if (/^(URL|redirected from)$/.test(name)) return redaction.url(value)
    return /^[A-Z]/.test(name) ? redaction.header(name, value) : redaction.value(value)
  }
  const rules = allRules.filter(({ id }) => recognized.rules.some((one) => one === id))
  return [
    ...paragraph(heading, (words) => words),
    ...values.map(({ name, value }) => `  ${style.dim(name.padEnd(longest))}  ${shown(name, value)}`),
    ...leadOf(rules.length),
    ...rules.flatMap(({ id, means }) => [
      `  ${style.bold(id)}`,
      ...wrap([{ words: means, draw: (words) => words }], { width, first: '      ', rest: '      ' }),
    ]),
    ...(note === null ? [] : ['', ...paragraph(note, (words) => words)]),
    ...(untold === null ? [] : ['', ...paragraph(untold, style.dim)]),
  ]
}

function leadOf(count: number): readonly string[] {
  if (count === 0) return []
  return ['', count === 1 ? 'It means this rule:' : `It means one of these ${count} rules:`]
}
