import type { ComponentChildren } from 'preact'
import { copyText } from '../parts/clipboard.ts'
import { LongCode } from '../parts/LongCode.tsx'
import { strings } from '../parts/strings.ts'
import { useWord } from '../parts/use-word.ts'

export interface SnippetCodeProps {
  /** null if there is none to copy. */
  readonly code: string | null
  /** The controls for its options. */
  readonly children: ComponentChildren
}

/** Configuration, with its options and the copy button above it. */
export function SnippetCode({ code, children }: SnippetCodeProps) {
  const [word, say] = useWord()
  return (
    <figure class="snippet">
      <figcaption class="fix-bar">
        {children}
        <span class="done" role="status">
          {word}
        </span>
        {code !== null && (
          <button
            type="button"
            class="main"
            onClick={() => say(copyText(code) ? strings.copied : strings.copyFailed)}
          >
            {strings.copySnippet}
          </button>
        )}
      </figcaption>
      {code !== null && <LongCode key={code} code={code} />}
    </figure>
  )
}
