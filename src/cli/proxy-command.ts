import {
  type ProxiedApi,
  type ProxyKind,
  type ProxySnippet,
  proofWords,
  proxiedApis,
  proxies,
  type Redaction,
  redactionFor,
  type Shell,
  type Text,
} from '../internal.ts'
import { checkLines } from './check-lines.ts'
import { diagnoseOperands } from './diagnose-operands.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { noName } from './no-name.ts'
import type { Options } from './options.ts'
import { endWithBugs, printBug } from './print-bugs.ts'
import { saying } from './saying.ts'

/** How many of the URLs that change are listed. */
const LISTED = 12

/**
 * Prints configuration that lets the page call an API through its own origin, for APIs that can't be changed. Everything
 * except configuration goes to `err`.
 */
export async function proxyCommand(options: Options, io: Io): Promise<ExitCode> {
  if (options.proxy === null || options.proxy === '') return listProxies(io)
  const proxy: ProxyKind | undefined = proxies.find(({ id }) => id === options.proxy)
  if (proxy === undefined) {
    io.err(`whycors: ${noName('--proxy', options.proxy, proxies, 'whycors fix --proxy')}\n`)
    return 2
  }
  const redaction = redactionFor(options.showSecrets)
  const diagnoses = await diagnoseOperands(options, redaction, io)
  if (diagnoses === null) return 2
  const apis = proxiedApis(diagnoses).filter(
    ({ target }) => options.origin === null || target === options.origin,
  )
  if (apis.length === 0) {
    io.err('whycors: nothing to proxy: CORS blocked no request in this recording\n')
    return endWithBugs(diagnoses, 0, redaction, io)
  }
  return endWithBugs(diagnoses, printProxies(apis, proxy, options.shell, io, redaction), redaction, io)
}

function printProxies(
  apis: readonly ProxiedApi[],
  proxy: ProxyKind,
  shell: Shell,
  io: Io,
  redaction: Redaction,
): ExitCode {
  const say = saying(redaction)
  if (apis.length > 1) io.err('Several APIs are blocked; --origin URL picks one.\n')
  for (const [i, api] of apis.entries()) {
    const snippet = proxy.generate({ ...api, urls: shownUrls(api.urls, redaction) })
    if (snippet.type === 'unsupported') {
      if (snippet.bug === undefined)
        io.err(`whycors: no proxy for ${redaction.value(api.target)}: ${say(snippet.why)}\n`)
      else printBug(snippet.bug, redaction, io)
      return 2
    }
    if (apis.length > 1) io.out(`${i === 0 ? '' : '\n'}${proxy.syntax.comment} ${api.target}\n`)
    io.out(snippet.code)
    const of = apis.length > 1 ? [`For ${redaction.value(api.target)}:`] : []
    io.err(`${[...of, ...aboutOf(snippet, proxy, shell, say)].join('\n')}\n`)
  }
  return 1
}

/** The notes on the configuration. */
function aboutOf(
  { where, moved, notes, check }: ProxySnippet,
  { title, proof, docs }: ProxyKind,
  shell: Shell,
  say: (words: Text) => string,
): readonly string[] {
  const more = moved.length - LISTED
  return [
    `${title}, ${proofWords(proof)}: ${docs}`,
    `Where: ${say(where)}`,
    'In the page, call a path on its own origin instead:',
    ...moved.slice(0, LISTED).map(({ from, to }) => `  ${from}\n    -> ${to}`),
    ...(more > 0 ? [`  and ${more} more, in the same way`] : []),
    ...notes.map((words) => `Note: ${say(words)}`),
    ...checkLines(check, shell, say),
  ]
}

function shownUrls(
  [first, ...rest]: readonly [string, ...string[]],
  redaction: Redaction,
): readonly [string, ...string[]] {
  return [redaction.url(first), ...rest.map(redaction.url)]
}

function listProxies(io: Io): ExitCode {
  const width = proxies.reduce((most, { id }) => Math.max(most, id.length), 0)
  for (const { id, title, proof, serves } of proxies) {
    const when = serves === 'developers' ? 'development' : 'production too'
    io.out(`${id.padEnd(width)}  ${title}, ${when} (${proofWords(proof)})\n`)
  }
  return 0
}
