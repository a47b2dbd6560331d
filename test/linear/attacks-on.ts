import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp'

/** Returns what makes texts on which a pattern may take many steps, each for a size. */
export function attacksOn(pattern: RegExp): readonly ((size: number) => string)[] {
  const { pattern: ast } = parseRegExpLiteral(String(pattern))
  const attacks = new Map<string, (size: number) => string>()
  const alphabet = charactersOf(pattern)
  const add = (before: string, pump: string): void => {
    if (pump === '') return
    for (const after of ['', NEVER])
      attacks.set(JSON.stringify([before, pump, after]), (size) => before + pump.repeat(size) + after)
  }
  const begins = beginningsOf(ast)
  for (const { before, repeated } of begins) {
    // What comes before a repetition begins again and again.
    add('', before)
    if (repeated === null) continue
    const units = new Set([
      sampleOf(repeated),
      ...alphabet.filter((one) => fits(repeated, one, pattern.flags)),
    ])
    for (const unit of units) {
      add(before, unit)
      add('', before + unit)
    }
  }
  return [...attacks.values()]
}

/** No pattern of recordings expects it. */
const NEVER = '\u0000\n\u0000'

interface Beginning {
  readonly before: string
  /** What may be repeated without end there; null at the end of an alternative. */
  readonly repeated: AST.Element | null
}

/** Returns a text that leads to each repetition without end, and to the end of each alternative. */
function beginningsOf(pattern: AST.Pattern): readonly Beginning[] {
  const found: Beginning[] = []
  const visit = (alternatives: readonly AST.Alternative[], before: string): void => {
    for (const { elements } of alternatives) {
      let text = before
      for (const element of elements) {
        const inner = element.type === 'Quantifier' ? element.element : element
        if (element.type === 'Quantifier' && element.max === Number.POSITIVE_INFINITY)
          found.push({ before: text, repeated: inner })
        if ('alternatives' in inner) visit(inner.alternatives, text)
        text += sampleOf(element)
      }
      found.push({ before: text.slice(0, -1), repeated: null })
    }
  }
  visit(pattern.alternatives, '')
  return found
}

/** Returns a short text that an element matches, where it's easy to find. */
function sampleOf(element: AST.Element): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value)
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return CANDIDATES.find((one) => fits(element, one, 'u') || fits(element, one, '')) ?? ''
    case 'Quantifier':
      return sampleOf(element.element).repeat(Math.max(1, element.min))
    case 'Group':
    case 'CapturingGroup':
      return (element.alternatives[0]?.elements ?? []).map(sampleOf).join('')
    default:
      return ''
  }
}

const CANDIDATES = [...'a1 -./,;:="A_\t\'%&#?@{}[]()<>~+*!|$^`\\é\n\u0000']

function fits(element: AST.Element, text: string, flags: string): boolean {
  try {
    return new RegExp(`^(?:${element.raw})$`, flags.replace(/[gyd]/g, '')).test(text)
  } catch {
    return false
  }
}

/** Returns the characters that a pattern names, and some that classes have in common. */
const charactersOf = (pattern: RegExp): readonly string[] => [
  ...new Set([
    ...'a1 -./,;:="\t',
    ...pattern.source.replace(/\\[a-zA-Z]/g, '').replace(/[\\()|?*+{}^$]/g, ''),
  ]),
]
