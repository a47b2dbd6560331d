import { shortcuts } from '../../internal.ts'
import { strings } from '../parts/strings.ts'
import { Words } from '../parts/Words.tsx'

/** What not to do instead, and why. */
export const Shortcuts = () => (
  <>
    <h2>{strings.notInstead}</h2>
    <ul class="sentences">
      {shortcuts.map(({ id, title, does, whyNot }) => (
        <li key={id}>
          <b>{title}.</b> <Words text={does} /> <Words text={whyNot} />
        </li>
      ))}
    </ul>
  </>
)
