import { quoteWord } from './quote-word.ts'
import { type Shell, type ShellInfo, shellInfo } from './shell.ts'

/** An option and its value, which may be recorded. */
export type Option = readonly [option: string] | readonly [option: string, value: string]

/** Returns a curl command for a shell, with the options of each group on one line. Each value is one word. */
export function commandLine(lines: readonly (readonly Option[])[], shell: Shell): string {
  const { curl, continues } = shellInfo(shell)
  const written = lines.map((options) =>
    options
      .flatMap(([option, value]) => [option, ...(value === undefined ? [] : [quoteWord[shell](value)])])
      .filter((word) => word !== '')
      .join(' '),
  )
  const command = `${curl} ${written.join(`${continues}\n  `)}`
  // PowerShell escapes quotes itself since 7.3. This setting makes every version leave them unchanged.
  return shell === 'powershell' && lines.flat().some(([, value]) => value?.includes('"') === true)
    ? `& { $PSNativeCommandArgumentPassing = 'Legacy'; ${command} }`
    : command
}

/** Returns a one-line curl command for each shell. */
export function inEveryShell(
  optionsFor: (shell: ShellInfo) => readonly Option[],
): Readonly<Record<Shell, string>> {
  const of = (shell: Shell): string => commandLine([optionsFor(shellInfo(shell))], shell)
  return { bash: of('bash'), cmd: of('cmd'), powershell: of('powershell') }
}
