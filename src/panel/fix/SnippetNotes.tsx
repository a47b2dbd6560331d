import { type CurlCheck, type Proof, proofWords, type Text } from '../../internal.ts'
import { Facts } from '../parts/Facts.tsx'
import { PanelWords } from '../parts/PanelWords.tsx'
import { strings } from '../parts/strings.ts'
import { ExternalLink } from '../parts/Words.tsx'
import { HowToCheck } from './HowToCheck.tsx'

export interface SnippetNotesProps {
  readonly where: Text
  readonly removeFirst: readonly Text[]
  readonly notes: readonly Text[]
  readonly check: readonly CurlCheck[]
  readonly proof: Proof
  /** The vendor's documentation. */
  readonly docs: string
}

/** Where the configuration goes, what to remove, what can break, how to check it, and how it was verified. */
export const SnippetNotes = ({ where, removeFirst, notes, check, proof, docs }: SnippetNotesProps) => (
  <Facts
    facts={[
      [strings.where, <PanelWords key="where" text={where} />],
      [strings.removeFirst, removeFirst.length > 0 && <Sentences texts={removeFirst} />],
      [strings.mind, notes.length > 0 && <Sentences texts={notes} />],
      [strings.howToCheck, check.length > 0 && <HowToCheck checks={check} />],
      [
        strings.proven,
        <span key="proven">
          <span class={`tag ${proof.type === 'run' ? 'good' : 'plain'}`}>
            {proof.type === 'run' && <span aria-hidden="true">✓ </span>}
            {proofWords(proof)}
          </span>{' '}
          <ExternalLink url={docs}>{strings.documentation}</ExternalLink>
        </span>,
      ],
    ]}
  />
)

const Sentences = ({ texts }: { readonly texts: readonly Text[] }) => (
  <ul>
    {texts.map((text, i) => (
      <li key={i}>
        <PanelWords text={text} />
      </li>
    ))}
  </ul>
)
