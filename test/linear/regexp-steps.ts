import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp'

/** One instruction of a backtracking machine; engines of JavaScript work the same way. */
type Instruction =
  | { readonly type: 'one'; readonly fits: (character: string) => boolean }
  | { readonly type: 'either'; readonly first: number; readonly second: number }
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'edge'; readonly holds: (text: string, at: number) => boolean }
  | { readonly type: 'look'; readonly program: Program; readonly ahead: boolean; readonly negate: boolean }
  | { readonly type: 'enter'; readonly loop: number }
  | { readonly type: 'moved'; readonly loop: number }
  | { readonly type: 'end' }

interface Program {
  readonly code: Instruction[]
  readonly fromStart: boolean
  readonly sticky: boolean
}

const programs = new Map<string, Program>()

/** Returns the steps that a backtracking engine takes to look for a match from `regexp.lastIndex` on. */
export function regexpSteps(regexp: RegExp, text: string, most = TOO_MANY): number {
  const literal = String(regexp)
  const program = programs.get(literal) ?? compile(literal)
  programs.set(literal, program)
  const from = regexp.global || regexp.sticky ? regexp.lastIndex : 0
  const counter = { steps: 0, most }
  for (let start = from; start <= text.length; start++) {
    if (run(program, text, start, counter) || program.sticky || program.fromStart) break
  }
  return counter.steps
}

interface Counter {
  steps: number
  readonly most: number
}

/** Backtracking can take exponentially long; a test that comes so far has failed. */
const TOO_MANY = 30_000_000

function run({ code }: Program, text: string, start: number, counter: Counter): boolean {
  const later: { readonly pc: number; readonly at: number; readonly loops: readonly number[] }[] = []
  let [pc, at, loops]: [number, number, readonly number[]] = [0, start, []]
  for (;;) {
    if (++counter.steps > counter.most)
      throw new Error(`more than ${counter.most} steps on ${text.length} characters`)
    const now = code[pc] ?? { type: 'end' }
    let fits = true
    if (now.type === 'end') return true
    if (now.type === 'one') {
      const character = text[at]
      fits = character !== undefined && now.fits(character)
      at++
      pc++
    } else if (now.type === 'either') {
      later.push({ pc: now.second, at, loops })
      pc = now.first
    } else if (now.type === 'go') pc = now.to
    else if (now.type === 'edge') {
      fits = now.holds(text, at)
      pc++
    } else if (now.type === 'enter') {
      loops = Object.assign([...loops], { [now.loop]: at })
      pc++
    } else if (now.type === 'moved') {
      fits = loops[now.loop] !== at
      pc++
    } else {
      fits = looks(now, text, at, counter) !== now.negate
      pc++
    }
    if (fits) continue
    const next = later.pop()
    if (next === undefined) return false
    ;({ pc, at, loops } = next)
  }
}

/** What looks behind is tried from every place before: more than an engine does, and never less. */
function looks(
  { program, ahead }: Extract<Instruction, { type: 'look' }>,
  text: string,
  at: number,
  counter: Counter,
): boolean {
  if (ahead) return run(program, text, at, counter)
  for (let start = at; start >= Math.max(0, at - 8); start--)
    if (run(program, text.slice(0, at), start, counter)) return true
  return false
}

function compile(literal: string): Program {
  const { pattern, flags } = parseRegExpLiteral(literal)
  const code: Instruction[] = []
  let loops = 0

  function one(raw: string): void {
    const class_ = new RegExp(`^(?:${raw})$`, flags.raw.replace(/[gyd]/g, ''))
    const known = new Map<string, boolean>()
    const fits = (character: string): boolean => {
      const found = known.get(character) ?? class_.test(character)
      known.set(character, found)
      return found
    }
    code.push({ type: 'one', fits })
  }
  function either(bodies: readonly (() => void)[]): void {
    const ends: number[] = []
    bodies.forEach((body, i) => {
      const isLast = i === bodies.length - 1
      const at = code.length
      if (!isLast) code.push({ type: 'end' })
      body()
      if (isLast) return
      ends.push(code.length)
      code.push({ type: 'end' })
      code[at] = { type: 'either', first: at + 1, second: code.length }
    })
    for (const end of ends) code[end] = { type: 'go', to: code.length }
  }
  const alternatives = (of: readonly AST.Alternative[]): void =>
    either(
      of.map(
        ({ elements }) =>
          () =>
            elements.forEach(element),
      ),
    )
  const choose = (greedy: boolean, body: number, out: number): Instruction =>
    greedy ? { type: 'either', first: body, second: out } : { type: 'either', first: out, second: body }

  function quantifier({ element: of, min, max, greedy }: AST.Quantifier): void {
    for (let i = 0; i < min; i++) element(of)
    if (max === Number.POSITIVE_INFINITY) {
      const [at, loop] = [code.length, loops++]
      code.push({ type: 'end' }, { type: 'enter', loop })
      element(of)
      code.push({ type: 'moved', loop }, { type: 'go', to: at })
      code[at] = choose(greedy, at + 1, code.length)
      return
    }
    const exits: number[] = []
    for (let i = min; i < max; i++) {
      exits.push(code.length)
      code.push({ type: 'end' })
      element(of)
    }
    for (const exit of exits) code[exit] = choose(greedy, exit + 1, code.length)
  }
  function assertion(of: AST.Assertion): void {
    if (of.kind === 'lookahead' || of.kind === 'lookbehind') {
      const body = of.alternatives.map(({ raw }) => raw).join('|')
      // What looks behind ends where it's looked from.
      const whole = of.kind === 'lookbehind' ? `(?:${body})$` : body
      const program = compile(String(new RegExp(whole, flags.raw)))
      code.push({ type: 'look', program, ahead: of.kind === 'lookahead', negate: of.negate })
      return
    }
    const regexp = new RegExp(of.raw, `${flags.raw.replace(/[gy]/g, '')}y`)
    code.push({
      type: 'edge',
      holds: (text, at) => {
        if (of.kind === 'word') return (isWord(text[at - 1]) !== isWord(text[at])) !== of.negate
        if (!flags.multiline) return of.kind === 'start' ? at === 0 : at === text.length
        regexp.lastIndex = at
        return regexp.test(text)
      },
    })
  }
  function element(of: AST.Element): void {
    if (of.type === 'Quantifier') quantifier(of)
    else if (of.type === 'Group' || of.type === 'CapturingGroup') alternatives(of.alternatives)
    else if (of.type === 'Assertion') assertion(of)
    // A group said again matches what nobody knows here; the patterns with one are short.
    else if (of.type !== 'Backreference') one(of.raw)
  }
  alternatives(pattern.alternatives)
  code.push({ type: 'end' })
  const begins = (of: AST.Alternative): boolean => {
    const [first] = of.elements
    return first?.type === 'Assertion' && first.kind === 'start' && !flags.multiline
  }
  return { code, fromStart: pattern.alternatives.every(begins), sticky: flags.sticky }
}

const isWord = (character: string | undefined): boolean => /^\w$/.test(character ?? '')
