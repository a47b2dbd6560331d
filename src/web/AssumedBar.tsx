import { originOf, parseUrl } from '../internal.ts'
import type { Pasted } from './pasted.ts'
import { webStrings } from './web-strings.ts'

export interface AssumedBarProps {
  readonly pasted: Pasted
  readonly onChange: (assumptions: Pasted['assumptions']) => void
}

/** What a pasted text leaves open and the values assumed for it, which can be changed here. */
export function AssumedBar({ pasted, onChange }: AssumedBarProps) {
  const { assumed, assumptions, exchanges } = pasted
  const lacksResponse = exchanges.every(({ response }) => response === null)
  if (assumed.length === 0 && !lacksResponse) return null
  return (
    <div class="site-note assumed">
      {lacksResponse && <p>{webStrings.noResponse}</p>}
      {assumed.length > 0 && (
        <p>{webStrings.assumedText(list(assumed.map((what) => webStrings.assumed[what])))}</p>
      )}
      {assumed.includes('method') && <span>{webStrings.assumedMethod}</span>}
      {assumed.includes('status') && <span>{webStrings.assumedStatus}</span>}
      {assumed.includes('origin') && (
        <label>
          {webStrings.pageOrigin}
          <input
            type="text"
            spellcheck={false}
            value={assumptions.origin}
            onChange={(event) => {
              const origin = originIn(event.currentTarget.value)
              if (origin !== null) onChange({ ...assumptions, origin })
              else event.currentTarget.value = assumptions.origin
            }}
          />
        </label>
      )}
      {assumed.includes('url') && (
        <label>
          {webStrings.apiUrl}
          <input
            type="text"
            spellcheck={false}
            value={assumptions.url}
            onChange={(event) => {
              const url = event.currentTarget.value.trim()
              if (parseUrl(url) !== null) onChange({ ...assumptions, url })
              else event.currentTarget.value = assumptions.url
            }}
          />
        </label>
      )}
    </div>
  )
}

function originIn(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === 'null') return trimmed
  return parseUrl(trimmed) === null ? null : originOf(trimmed)
}

const list = (words: readonly string[]): string => new Intl.ListFormat('en').format(words)
