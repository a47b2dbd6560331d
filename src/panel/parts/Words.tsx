import { redactText, type Text } from '../../internal.ts'
import { redaction } from './redaction.ts'

/** A text of the core; the only place where its pieces become elements. Secrets are masked. */
export function Words({ text }: { readonly text: Text }) {
  return (
    <>
      {redactText(text, redaction).map((piece) => {
        if (typeof piece === 'string') return piece
        if ('code' in piece) return <code>{piece.code === '' ? ' ' : piece.code}</code>
        return <ExternalLink url={piece.link}>{piece.text}</ExternalLink>
      })}
    </>
  )
}

/** A link out of DevTools. Only https leads anywhere, whatever the text says. */
export function ExternalLink({ url, children }: { readonly url: string; readonly children: string }) {
  if (!url.startsWith('https://')) return <>{children}</>
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
