import { useRef } from 'preact/hooks'
import { frameStrings } from '../parts/frame-strings.ts'
import type { Session } from '../state/session.ts'
import { FileInput } from './FileInput.tsx'

/** Opens recordings from disk. */
export function OpenButton({ session }: { readonly session: Session }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="main" title={frameStrings.openHint} onClick={() => input.current?.click()}>
        {frameStrings.open}
      </button>
      <FileInput session={session} input={input} />
    </>
  )
}
