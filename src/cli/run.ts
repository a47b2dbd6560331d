import { escapeControl, version } from '../internal.ts'
import { auditArguments } from './audit/audit-arguments.ts'
import type { ExitCode } from './exit-code.ts'
import { explainCommand } from './explain-command.ts'
import { faultLines } from './fault-lines.ts'
import { COMMAND_HELP, type CommandName, HELP } from './help.ts'
import type { Io } from './io.ts'
import { isUrl } from './is-url.ts'
import { type Options, parseOptions } from './options.ts'
import type { UsageError } from './usage-error.ts'

/** What isn't needed to explain a file is in another bundle, and only loaded if it's needed. */
const COMMANDS: Record<CommandName, (options: Options, io: Io) => Promise<ExitCode>> = {
  explain: explainCommand,
  check: async (options, io) => await (await import('./check-command.ts')).checkCommand(options, io),
  fix: async (options, io) => await (await import('./fix-command.ts')).fixCommand(options, io),
  audit: async (_, io) => await (await import('./audit-command.ts')).auditCommand(['--help'], io),
  diff: async (options, io) => await (await import('./diff-command.ts')).diffCommand(options, io),
  merge: async (options, io) => await (await import('./merge-command.ts')).mergeCommand(options, io),
  rules: async (options, io) => await (await import('./rules-command.ts')).rulesCommand(options, io),
  // The protocol's SDK is larger than everything else.
  mcp: async (_, io) => await (await import('./mcp/mcp-command.ts')).mcpCommand(io),
}

/** Runs one command line and returns its exit code. All input and output goes through `io`. */
export async function run(args: readonly string[], outside: Io): Promise<ExitCode> {
  // File names and options may contain characters that move the cursor or reverse the text.
  const io: Io = { ...outside, err: (text) => outside.err(text.split('\n').map(escapeControl).join('\n')) }
  const ofAudit = auditArguments(args)
  if (ofAudit !== null)
    try {
      return await (await import('./audit-command.ts')).auditCommand(ofAudit, io)
    } catch (error) {
      return fault(error, io)
    }
  const parsed = parseOptions(args, outside.shell)
  const options = 'usageError' in parsed ? parsed : withUrls(await withCopied(parsed, io))
  if ('usageError' in options) return usage(options.usageError, 'whycors --help', io)
  if (options.help !== null) {
    io.out(options.help === 'all' ? HELP : COMMAND_HELP[options.help])
    return 0
  }
  if (options.version) {
    io.out(`whycors ${version}\n`)
    return 0
  }
  const { file } = options.checks
  if (file !== null && (options.command !== 'check' || options.operands.length > 0))
    return usage(
      '--file is for check without a URL: whycors check --file checks.yaml',
      'whycors check --help',
      io,
    )
  const command = COMMANDS[options.command]
  const needsFile = options.command === 'explain' || (options.command === 'fix' && namesServer(options))
  const isNamed = !needsFile || options.operands.length > 0
  if (!isNamed && !options.sample)
    return usage(
      `name a HAR file to ${options.command}, or - for standard input`,
      `whycors ${options.command} --help`,
      io,
    )
  if (
    options.command === 'check' &&
    file === null &&
    (options.operands.length !== 1 || !isUrl(options.operands[0] ?? ''))
  )
    return usage(
      'name one URL to check: https://…, or a list of checks with --file',
      'whycors check --help',
      io,
    )
  if (options.command === 'diff' && options.operands.length !== 2)
    return usage('diff needs two recordings: BEFORE.har AFTER.har', 'whycors diff --help', io)
  if (options.command === 'merge' && options.operands.length === 0)
    return usage('name the reports to merge, or - for standard input', 'whycors merge --help', io)
  if (options.command === 'mcp' && options.operands.length > 0)
    return usage('mcp takes no files; its tools are called with them', 'whycors mcp --help', io)
  try {
    return await command(isNamed ? options : { ...options, operands: [io.sample] }, io)
  } catch (error) {
    return fault(error, io)
  }
}

const withCopied = async (options: Options, io: Io): Promise<Options | UsageError> =>
  options.check.curl === null
    ? options
    : await (await import('./check/copied-request.ts')).copiedRequest(options, io)

/** With URLs, `--origin` is the page's, and no filter. */
function withUrls(options: Options | UsageError): Options | UsageError {
  if ('usageError' in options || !options.operands.some(isUrl)) return options
  return options.operands.every(isUrl)
    ? { ...options, origin: null }
    : { usageError: 'name either files or URLs, not both' }
}

/** Reports an internal error, which must never look like a verdict. */
function fault(error: unknown, io: Io): ExitCode {
  io.err(faultLines(error, io.debug))
  return 2
}

/** Without a name, `fix` lists the names. */
const namesServer = ({ framework, proxy }: Options): boolean =>
  framework !== null || (proxy !== null && proxy !== '')

function usage(message: string, help: string, io: Io): ExitCode {
  io.err(`whycors: ${message}${message.endsWith('?') ? ' See' : '; see'} ${help}\n`)
  return 2
}
