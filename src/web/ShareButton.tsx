import { type Diagnosis, linkOf } from '../internal.ts'
import { copyText } from '../panel/parts/clipboard.ts'
import { useWord } from '../panel/parts/use-word.ts'
import type { Session } from '../panel/state/session.ts'
import { hashOfLink } from './route.ts'
import { webStrings } from './web-strings.ts'

export interface ShareButtonProps {
  readonly session: Session
  readonly diagnosis: Diagnosis
}

/** Copies a link with the selected request, masked, in its fragment, which browsers never send to a server. */
export function ShareButton({ session, diagnosis }: ShareButtonProps) {
  const [word, say] = useWord()
  return (
    <span class="share">
      <span role="status">{word}</span>
      <button
        type="button"
        title={webStrings.shareHint}
        onClick={() => {
          const [page] = location.href.split('#')
          const url = `${page}${hashOfLink(linkOf(diagnosis.verdict.exchange, session.redaction))}`
          say(copyText(url) ? webStrings.copied : webStrings.copyFailed)
        }}
      >
        {webStrings.share}
      </button>
    </span>
  )
}
