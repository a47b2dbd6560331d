import { useState } from 'preact/hooks'
import { cappedLists, LIMITS, redactText, type Text } from '../../internal.ts'
import { LongValue } from './LongValue.tsx'
import { wholeRedaction } from './redaction.ts'
import { strings } from './strings.ts'

/**
 * A text of the core; the only place where its pieces become elements. Secrets are masked; long values and lists are shown whole
 * on demand.
 */
export function Words({ text }: { readonly text: Text }) {
  const [whole, setWhole] = useState(false)
  const capped = whole ? text : cappedLists(text, LIMITS.items)
  return (
    <>
      {redactText(capped, wholeRedaction).map((piece) => {
        if (typeof piece === 'string') return piece
        if ('code' in piece) return <code>{piece.code === '' ? ' ' : <LongValue text={piece.code} />}</code>
        return <ExternalLink url={piece.link}>{piece.text}</ExternalLink>
      })}
      {capped.length < text.length && (
        <>
          {' '}
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {strings.showAll}
          </button>
        </>
      )}
    </>
  )
}

/** A link out of DevTools. Only https URLs become links, whatever the text says. */
export function ExternalLink({ url, children }: { readonly url: string; readonly children: string }) {
  if (!url.startsWith('https://')) return <>{children}</>
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
