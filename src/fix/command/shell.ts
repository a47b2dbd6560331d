/** A shell that a command is written for. */
export type Shell = 'bash' | 'cmd' | 'powershell'

/** What a shell is called, and how one of its commands goes on in the next line. */
export interface ShellInfo {
  readonly id: Shell
  readonly title: string
  /** Stands at the end of a line that isn't the last. */
  readonly continues: string
  /** The name of curl; `curl` alone is another program in Windows PowerShell. */
  readonly curl: string
  /** The file that keeps nothing. */
  readonly nowhere: string
}

/** The shells, the default first. What is written for bash is read alike by every POSIX shell. */
export const shells: readonly [ShellInfo, ...ShellInfo[]] = [
  { id: 'bash', title: 'bash', continues: ' \\', curl: 'curl', nowhere: '/dev/null' },
  { id: 'cmd', title: 'cmd', continues: ' ^', curl: 'curl', nowhere: 'NUL' },
  { id: 'powershell', title: 'PowerShell', continues: ' `', curl: 'curl.exe', nowhere: 'NUL' },
]

/** Returns what is known of a shell. */
export const shellInfo = (id: Shell): ShellInfo => shells.find((one) => one.id === id) ?? shells[0]
