import { type Generator, proofWords, type Snippet } from '../../index.ts'
import { copyText } from '../clipboard.ts'
import { strings } from '../strings.ts'
import { useWord } from './use-word.ts'
import { ExternalLink } from './Words.tsx'

export interface SnippetCodeProps {
  readonly generator: Generator
  readonly snippet: Snippet
}

/** The configuration itself, to be copied, and how far it is proven. */
export function SnippetCode({ generator, snippet }: SnippetCodeProps) {
  const [word, say] = useWord()
  const proven = generator.proof.type === 'run'
  return (
    <figure class="snippet">
      <pre>{snippet.code}</pre>
      <figcaption>
        <span class={`tag ${proven ? 'good' : 'plain'}`}>
          {proven && <span aria-hidden="true">✓ </span>}
          {proofWords(generator.proof)}
        </span>
        <ExternalLink url={generator.docs}>{strings.documentation}</ExternalLink>
        <span class="gap" />
        <span class="done" role="status">
          {word}
        </span>
        <button
          type="button"
          class="main"
          onClick={() => say(copyText(snippet.code) ? strings.copied : strings.copyFailed)}
        >
          {strings.copySnippet}
        </button>
      </figcaption>
    </figure>
  )
}
