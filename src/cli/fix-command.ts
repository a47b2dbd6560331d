import {
  beyond,
  type CorsPolicy,
  checkedUrl,
  code,
  type Diagnosis,
  editPolicy,
  embeddedIn,
  type Generator,
  type LeftOut,
  limited,
  list,
  merge,
  mergePolicies,
  notYourServer,
  originNotes,
  otherAdvice,
  proofWords,
  type Redaction,
  redactionFor,
  type Shell,
  type Snippet,
  servedText,
  type Text,
  text,
  type Wish,
  writerNamed,
  writers,
} from '../internal.ts'
import { checkLines } from './check-lines.ts'
import { chooseGenerator } from './choose-generator.ts'
import { diagnoseOperands } from './diagnose-operands.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { noName } from './no-name.ts'
import type { Options } from './options.ts'
import { endWithBugs, printBug } from './print-bugs.ts'
import { proxyCommand } from './proxy-command.ts'
import { saying } from './saying.ts'
import { whoAskedLines } from './who-asked-lines.ts'

/**
 * Prints the configuration that fixes the blocked requests of recordings. Everything except configuration goes to `err`.
 */
export async function fixCommand(options: Options, io: Io): Promise<ExitCode> {
  const { framework, operands, proxy } = options
  if (proxy !== null) return await proxyCommand(options, io)
  if (framework === null && operands.length === 0) return listGenerators(io)
  const named: Generator | null = writerNamed(framework)
  if (framework !== null && named === null) {
    io.err(`whycors: ${noName('--for', framework, writers, 'whycors fix')}\n`)
    return 2
  }
  const redaction = redactionFor(options.showSecrets)
  const diagnoses = await diagnoseOperands(options, redaction, io)
  if (diagnoses === null) return 2
  return endWithBugs(diagnoses, printFixes(diagnoses, { named, options, io, redaction }), redaction, io)
}

interface Printing {
  /** The kind of server that the user named; null: the one recognized. */
  readonly named: Generator | null
  readonly options: Options
  readonly io: Io
  readonly redaction: Redaction
}

function printFixes(diagnoses: readonly Diagnosis[], printing: Printing): ExitCode {
  const { named, options, io, redaction } = printing
  const readable = options.full ? redaction : limited(redaction)
  const say = saying(readable)
  const fixable = diagnoses.filter(({ plan }) => plan !== null && isWanted(plan.target, options))
  if (fixable.length === 0) {
    io.err('whycors: nothing to fix: CORS blocked no request in this recording\n')
    return 0
  }
  const isOneApi = new Set(fixable.map(({ plan }) => plan?.target)).size === 1
  const advised = fixable.flatMap(({ plan }) => {
    if (plan === null) return []
    const lines = [
      ...(plan.first === null ? [] : [say(plan.first)]),
      ...plan.required.map((advice) => `In the page: ${say(advice)}`),
      ...otherAdvice(plan).map(say),
    ]
    return isOneApi ? lines : lines.map((line) => `${redaction.value(plan.target)}: ${line}`)
  })
  for (const advice of new Set(advised)) io.err(`${advice}\n`)
  const merged = mergePolicies(diagnoses, { least: options.least }).filter(({ target }) =>
    isWanted(target, options),
  )
  if (merged.length === 0) io.err('No server configuration would help.\n')
  const chosen = merged.map((one) => ({
    ...one,
    ...chooseGenerator(named, one.target, fixable, redaction.value),
  }))
  if (merged.length > 1) {
    io.err('Several APIs need a fix; --origin URL picks one.\n')
    // Two concatenated documents would be invalid and couldn't be separated.
    if (chosen.some(({ generator }) => generator?.syntax.comment === '')) {
      for (const { target } of merged) io.err(`  --origin ${redaction.value(target)}\n`)
      return 2
    }
  }
  const said = new Set<string>()
  let undecided = false
  for (const [i, { target, policy, wishes, leftOut, generator, lines: choice }] of chosen.entries()) {
    const edited = editPolicy(policy, options.policy)
    if ('invalid' in edited) {
      io.err(`whycors: --policy: ${say(edited.invalid)}\n`)
      return 2
    }
    const pages = edited.origins === '*' ? [] : edited.origins
    const allowing = allowedText(edited, leftOut, wishes, options.least)
    for (const line of [...notYourServer(target, pages).map(say), ...allowing.map(say), ...choice].filter(
      (one) => !said.has(one),
    )) {
      said.add(line)
      io.err(`${line}\n`)
    }
    if (generator === null) {
      undecided = true
      continue
    }
    const snippet = generator.generate(edited, urlOf(target, fixable, redaction), {
      originsFromEnv: options.originsFromEnv,
    })
    if (snippet.type === 'unsupported') {
      if (snippet.bug === undefined)
        io.err(`whycors: no configuration for ${redaction.value(target)}: ${say(snippet.why)}\n`)
      else printBug(snippet.bug, redaction, io)
      return 2
    }
    if (merged.length > 1)
      io.out(`${i === 0 ? '' : '\n'}${markOf(redaction.value(target), i, merged.length, generator)}`)
    io.out(snippet.code)
    const { of, lines } = aboutOf(snippet, generator, options.shell, say)
    const news = lines.filter((line) => !said.has(line))
    for (const line of news) said.add(line)
    const served = say(servedText(edited, wishes, leftOut))
    const asked = [served, 'Needed by:', ...whoAskedLines(edited, wishes, readable)]
    io.err(
      `${[...(merged.length > 1 ? [`For ${redaction.value(target)}:`] : []), ...asked, ...news, ...of].join('\n')}\n`,
    )
  }
  return undecided ? 2 : 1
}

/** What the policy allows and doesn't comes before the code: risks first. */
function allowedText(
  policy: CorsPolicy,
  leftOut: readonly LeftOut[],
  wishes: readonly Wish[],
  least: boolean,
): readonly Text[] {
  const today = wishes.flatMap(({ diagnosis: { plan } }) => plan?.keeps ?? [])
  const [first, ...rest] = today
  const taken = least && first !== undefined ? beyond(merge([first, ...rest]), policy) : []
  return [
    least
      ? taken.length === 0
        ? text`This allows only what the recorded requests need.`
        : text`This removes what the server allows today and this recording doesn't use: ${list(taken)}.`
      : text`This allows what the recorded requests need and what the server already allows this page. A recording rarely shows everything: add what else pages need with ${code('--policy')}.`,
    ...originNotes(policy, leftOut).map(({ note, origin }) =>
      origin === null ? note : text`${note} If it's yours, add it with ${code('--policy origins+=')}.`,
    ),
    ...embeddedTexts(policy, wishes),
  ]
}

/** Returns a text for each allowed origin that only frames in pages of other sites had, or other tabs. */
const embeddedTexts = ({ origins }: CorsPolicy, wishes: readonly Wish[]): readonly Text[] =>
  (origins === '*' ? [] : origins).flatMap((allowed) => {
    const asker = wishes.find(({ diagnosis: { verdict } }) => {
      const { origin } = verdict.exchange.facts
      return origin.known && origin.value === allowed
    })
    const why = asker === undefined ? null : embeddedIn(asker.diagnosis.verdict)
    return why === null ? [] : [why]
  })

/** The notes on the configuration: `lines` for this kind of server, and `of` this API. */
function aboutOf(
  { where, removeFirst, notes, check }: Snippet,
  { title, proof, docs }: Generator,
  shell: Shell,
  say: (words: Text) => string,
): { readonly lines: readonly string[]; readonly of: readonly string[] } {
  return {
    lines: [
      `${title}, ${proofWords(proof)}: ${docs}`,
      ...notes.map((words) => `Note: ${say(words)}`),
      `Where: ${say(where)}`,
      ...removeFirst.map((words) => `Remove first: ${say(words)}`),
    ],
    of: checkLines(check, shell, say),
  }
}

/** Returns the comment before the code of one of several APIs, because their names would collide in one file. */
const markOf = (target: string, i: number, all: number, { syntax: { comment } }: Generator): string =>
  `${comment} ${target}\n${comment} Part ${i + 1} of ${all}, for this API's own file.\n`

/** A URL of the API for its checks: one that was blocked. */
function urlOf(target: string, diagnoses: readonly Diagnosis[], redaction: Redaction): string {
  const urls = diagnoses.map(({ verdict }) => verdict.exchange.url)
  return redaction.url(checkedUrl(target, urls))
}

const isWanted = (target: string, { origin }: Options): boolean => origin === null || target === origin

function listGenerators(io: Io): ExitCode {
  const width = writers.reduce((widest, { id }) => Math.max(widest, id.length), 0)
  for (const [kind, title] of KINDS) {
    io.out(`${title}\n`)
    for (const { id, title: name, proof } of writers.filter((one) => one.kind === kind))
      io.out(`  ${id.padEnd(width)}  ${name} (${proofWords(proof)})\n`)
  }
  return 0
}

const KINDS: readonly (readonly [Generator['kind'], string])[] = [
  ['app', 'Applications'],
  ['web server', 'Web servers and proxies'],
  ['cloud', 'Clouds'],
  ['product', 'Products with a setting'],
  ['dev server', 'Development servers'],
]
