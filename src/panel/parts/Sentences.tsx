import type { Text } from '../../internal.ts'
import { Words } from './Words.tsx'

export interface SentencesProps {
  readonly title: string
  readonly texts: readonly Text[]
}

/** Sentences under a title; nothing if there are none. */
export function Sentences({ title, texts }: SentencesProps) {
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
