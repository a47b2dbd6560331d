import { type Proof, proofWords } from '../../internal.ts'
import { copyText } from '../parts/clipboard.ts'
import { strings } from '../parts/strings.ts'
import { useWord } from '../parts/use-word.ts'
import { ExternalLink } from '../parts/Words.tsx'

export interface SnippetCodeProps {
  readonly code: string
  readonly proof: Proof
  /** The vendor's page. */
  readonly docs: string
}

/** The configuration itself, to be copied, and how far it is proven. */
export function SnippetCode({ code, proof, docs }: SnippetCodeProps) {
  const [word, say] = useWord()
  const proven = proof.type === 'run'
  return (
    <figure class="snippet">
      <pre>{code}</pre>
      <figcaption>
        <span class={`tag ${proven ? 'good' : 'plain'}`}>
          {proven && <span aria-hidden="true">✓ </span>}
          {proofWords(proof)}
        </span>
        <ExternalLink url={docs}>{strings.documentation}</ExternalLink>
        <span class="gap" />
        <span class="done" role="status">
          {word}
        </span>
        <button
          type="button"
          class="main"
          onClick={() => say(copyText(code) ? strings.copied : strings.copyFailed)}
        >
          {strings.copySnippet}
        </button>
      </figcaption>
    </figure>
  )
}
