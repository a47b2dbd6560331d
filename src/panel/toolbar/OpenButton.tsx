import { useRef } from 'preact/hooks'
import { frameStrings } from '../parts/frame-strings.ts'
import type { NamedFile, Session } from '../state/session.ts'

/** Returns files of the browser as the session reads them. */
export const namedFiles = (files: Iterable<File>): readonly NamedFile[] =>
  [...files].map((file) => ({
    name: file.name,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }))

/** Opens recordings from disk. */
export function OpenButton({ session }: { readonly session: Session }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" title={frameStrings.openHint} onClick={() => input.current?.click()}>
        {frameStrings.open}
      </button>
      <input
        ref={input}
        type="file"
        class="off-screen"
        accept=".har,.json,application/json"
        multiple
        tabIndex={-1}
        aria-label={frameStrings.openHint}
        onChange={(event) => {
          const { files } = event.currentTarget
          if (files !== null) void session.readFiles(namedFiles(files))
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
