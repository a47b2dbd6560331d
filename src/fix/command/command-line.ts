import { quoteWord } from './quote-word.ts'
import { type Shell, type ShellInfo, shellInfo } from './shell.ts'

/** An option as it is written, and its value, which may come from a recording. */
export type Option = readonly [option: string] | readonly [option: string, value: string]

/** Returns a call of curl as a shell reads it, with the options of each group in a line; each value is one word. */
export function commandLine(lines: readonly (readonly Option[])[], shell: Shell): string {
  const { curl, continues } = shellInfo(shell)
  const written = lines.map((options) =>
    options
      .flatMap(([option, value]) => [option, ...(value === undefined ? [] : [quoteWord[shell](value)])])
      .filter((word) => word !== '')
      .join(' '),
  )
  const command = `${curl} ${written.join(`${continues}\n  `)}`
  // Since 7.3 PowerShell escapes quotes by itself; this way every version leaves it to us.
  return shell === 'powershell' && lines.flat().some(([, value]) => value?.includes('"') === true)
    ? `& { $PSNativeCommandArgumentPassing = 'Legacy'; ${command} }`
    : command
}

/** Returns a call of curl in one line for every shell. */
export function inEveryShell(
  optionsFor: (shell: ShellInfo) => readonly Option[],
): Readonly<Record<Shell, string>> {
  const of = (shell: Shell): string => commandLine([optionsFor(shellInfo(shell))], shell)
  return { bash: of('bash'), cmd: of('cmd'), powershell: of('powershell') }
}
