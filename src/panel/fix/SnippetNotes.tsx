import type { Snippet } from '../../internal.ts'
import { Sentences } from '../parts/Sentences.tsx'
import { strings } from '../parts/strings.ts'
import { Words } from '../parts/Words.tsx'
import { HowToCheck } from './HowToCheck.tsx'

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
