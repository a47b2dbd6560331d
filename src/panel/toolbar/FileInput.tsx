import type { RefObject } from 'preact'
import { frameStrings } from '../parts/frame-strings.ts'
import type { Session } from '../state/session.ts'
import { namedFiles } from './named-files.ts'

/** The hidden file input for recordings; a button clicks it. */
export const FileInput = ({
  session,
  input,
}: {
  readonly session: Session
  readonly input: RefObject<HTMLInputElement | null>
}) => (
  <input
    ref={input}
    type="file"
    class="off-screen"
    accept=".har,.json,.gz,.zip,.txt,application/json"
    multiple
    tabIndex={-1}
    aria-label={frameStrings.openHint}
    onChange={(event) => {
      const { files } = event.currentTarget
      if (files !== null) void session.readFiles(namedFiles(files))
      event.currentTarget.value = ''
    }}
  />
)
