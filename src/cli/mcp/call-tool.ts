import { checkCommand } from '../check-command.ts'
import type { ExitCode } from '../exit-code.ts'
import { explainCommand } from '../explain-command.ts'
import { fixCommand } from '../fix-command.ts'
import type { Io } from '../io.ts'
import { type Options, parseOptions } from '../options.ts'
import { rulesCommand } from '../rules-command.ts'
import { type Arguments, wrongArgument } from './tool.ts'
import { tools } from './tools.ts'

/** The result of a call. */
export interface Answer {
  readonly text: string
  readonly isError: boolean
}

const COMMANDS: Readonly<Record<string, (options: Options, io: Io) => ExitCode | Promise<ExitCode>>> = {
  explain: explainCommand,
  check: checkCommand,
  fix: fixCommand,
  rules: rulesCommand,
}

/** The longest result, in characters, because an agent reads all of it. */
const LONGEST = 40_000

/** Returns the result of a tool; an invalid call is an error with its reason. Files are read through `io`. */
export async function callTool(name: string, given: Arguments, io: Io): Promise<Answer> {
  const tool = tools.find((one) => one.name === name)
  if (tool === undefined)
    return failed(`There is no such tool; the tools are ${tools.map((one) => one.name).join(', ')}.`)
  const wrong = wrongArgument(tool, given)
  if (wrong !== null) return failed(wrong)
  const options = parseOptions(tool.args(given), io.shell)
  if ('usageError' in options) return failed(options.usageError)
  let [out, err] = ['', '']
  const quiet: Io = {
    ...io,
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    color: false,
    width: 100,
    listWidth: 120,
  }
  try {
    const code = await COMMANDS[options.command]?.(options, quiet)
    const text = code === 2 && out === '' ? err.trim() : (tool.answer ?? both)(out, err)
    return { text: shortened(text), isError: code === 2 }
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}

const both = (out: string, err: string): string => out + err

const failed = (text: string): Answer => ({ text, isError: true })

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}\n(${text.length - LONGEST} more characters)`
