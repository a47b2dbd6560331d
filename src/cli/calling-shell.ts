import type { Shell } from '../internal.ts'

/**
 * Returns the shell that this process was probably called from. On Windows, only cmd sets PROMPT, and the shells of Git
 * and Cygwin set SHELL.
 */
export function callingShell(platform: string, env: Readonly<Record<string, string | undefined>>): Shell {
  if (platform !== 'win32' || env['SHELL'] !== undefined) return 'bash'
  return env['PROMPT'] === undefined ? 'powershell' : 'cmd'
}
