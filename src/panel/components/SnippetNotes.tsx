import type { Snippet } from '../../internal.ts'
import { strings } from '../strings.ts'
import { HowToCheck } from './HowToCheck.tsx'
import { Sentences } from './Sentences.tsx'
import { Words } from './Words.tsx'

/** Where the configuration goes, what has to go first, what to mind, and how to see that it works. */
export const SnippetNotes = ({ snippet }: { readonly snippet: Snippet }) => (
  <>
    <h3>{strings.where}</h3>
    <p>
      <Words text={snippet.where} />
    </p>
    <Sentences title={strings.removeFirst} texts={snippet.removeFirst} />
    <Sentences title={strings.mind} texts={snippet.notes} />
    <HowToCheck checks={snippet.check} />
  </>
)
