/** A shell that a command is written for. */
export type Shell = 'bash' | 'cmd' | 'powershell'

/** A shell's name, and how its commands continue on the next line. */
export interface ShellInfo {
  readonly id: Shell
  readonly title: string
  /** The end of every line except the last. */
  readonly continues: string
  /** The name of curl; in Windows PowerShell, `curl` is an alias for another command. */
  readonly curl: string
  /** The null device. */
  readonly nowhere: string
}

/** The shells, the default first. Commands for bash work in every POSIX shell. */
export const shells: readonly [ShellInfo, ...ShellInfo[]] = [
  { id: 'bash', title: 'bash', continues: ' \\', curl: 'curl', nowhere: '/dev/null' },
  { id: 'cmd', title: 'cmd', continues: ' ^', curl: 'curl', nowhere: 'NUL' },
  { id: 'powershell', title: 'PowerShell', continues: ' `', curl: 'curl.exe', nowhere: 'NUL' },
]

/** Returns the properties of a shell. */
export const shellInfo = (id: Shell): ShellInfo => shells.find((one) => one.id === id) ?? shells[0]
