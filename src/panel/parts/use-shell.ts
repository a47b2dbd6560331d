import { useState } from 'preact/hooks'
import type { Shell } from '../../internal.ts'

/** The last choice in this document. */
let chosen: Shell | null = null

/** Returns the shell for commands: the last choice, or initially the platform's. */
export const preferredShell = (): Shell => chosen ?? platformShell(globalThis.navigator?.userAgent ?? '')

/** Returns the shell for commands, and a function that changes it. */
export function useShell(): readonly [Shell, (shell: Shell) => void] {
  const [shell, setShell] = useState<Shell>(preferredShell())
  return [
    shell,
    (next) => {
      chosen = next
      setShell(next)
    },
  ]
}

/** Returns the default shell of the browser's platform. */
export const platformShell = (userAgent: string): Shell =>
  userAgent.includes('Windows') ? 'powershell' : 'bash'
