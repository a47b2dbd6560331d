import { useState } from 'preact/hooks'
import { sized } from '../../internal.ts'
import { strings } from './strings.ts'

/** How many characters of code are drawn at first: more than any server's configuration that people write. */
export const MOST_OF_CODE = 20_000

/** Code or commands; of very long ones the beginning and the size, and the rest when the user asks for it. */
export function LongCode({ code }: { readonly code: string }) {
  const [whole, setWhole] = useState(false)
  const isCut = !whole && code.length > MOST_OF_CODE
  return (
    <>
      <pre>{isCut ? `${code.slice(0, MOST_OF_CODE)} …` : code}</pre>
      {isCut && (
        <p>
          <span class="dim">{strings.beginningOf(sized(code.length))}</span>{' '}
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {strings.showAll}
          </button>
        </p>
      )}
    </>
  )
}
