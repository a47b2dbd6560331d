import type { Snippet, Text } from '../../index.ts'
import { strings } from '../strings.ts'
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
    <details>
      <summary>{strings.howToCheck}</summary>
      <ul class="curl">
        {snippet.check.map(({ command, expect }) => (
          <li key={command}>
            <p>
              <Words text={expect} />
            </p>
            <pre>{command}</pre>
          </li>
        ))}
      </ul>
    </details>
  </>
)

function Sentences({ title, texts }: { readonly title: string; readonly texts: readonly Text[] }) {
  if (texts.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="sentences">
        {texts.map((text, i) => (
          <li key={i}>
            <Words text={text} />
          </li>
        ))}
      </ul>
    </>
  )
}
