import { useState } from 'preact/hooks'
import { LIMITS, shortened, sized } from '../../internal.ts'
import { strings } from './strings.ts'

/** A value; if it's very long, its beginning, size and end, with a button that shows all of it. */
export function LongValue({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false)
  if (whole || text.length <= LIMITS.characters) return <>{text}</>
  return (
    <>
      {shortened(text, LIMITS.characters)}{' '}
      <button type="button" class="link" onClick={() => setWhole(true)}>
        {strings.showWhole(sized(text.length))}
      </button>
    </>
  )
}
