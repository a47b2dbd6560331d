import { useState } from 'preact/hooks'
import type { Shell } from '../../internal.ts'

/** What was chosen last in this document. */
let chosen: Shell | null = null

/** Returns the shell that commands are written for: the one that was chosen last, the platform's own at first. */
export const preferredShell = (): Shell => chosen ?? platformShell(globalThis.navigator?.userAgent ?? '')

/** Returns the shell that commands are written for, and what changes it. */
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

/** Returns the shell that a terminal on the platform of a browser starts. */
export const platformShell = (userAgent: string): Shell =>
  userAgent.includes('Windows') ? 'powershell' : 'bash'
