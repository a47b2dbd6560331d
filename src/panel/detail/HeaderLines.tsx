import { useState } from 'preact/hooks'
import { andMore, capped, type HeaderLine, LIMITS } from '../../internal.ts'
import { strings } from '../parts/strings.ts'
import { HeaderText } from './HeaderText.tsx'

/** A list of header lines; if there are very many, the first ones and those that decide. Nothing if there are none. */
export function HeaderLines({ lines }: { readonly lines: readonly HeaderLine[] }) {
  const [whole, setWhole] = useState(false)
  const { shown, more } = capped(lines, whole ? undefined : LIMITS.lines, ({ guilty }) => guilty)
  return lines.length === 0 ? null : (
    <ul class="lines">
      {shown.map((line, i) => (
        <li key={i}>
          <HeaderText {...line} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <span class="dim">{andMore(more)}</span>{' '}
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {strings.showAll}
          </button>
        </li>
      )}
    </ul>
  )
}
