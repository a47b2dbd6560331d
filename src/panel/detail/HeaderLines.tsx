import { type HeaderLine, LIMITS } from '../../internal.ts'
import { useCapped } from '../parts/use-capped.tsx'
import { HeaderText } from './HeaderText.tsx'

/** A list of header lines; if there are very many, the first ones and those that decide. Nothing if there are none. */
export function HeaderLines({ lines }: { readonly lines: readonly HeaderLine[] }) {
  const { shown, others } = useCapped(lines, LIMITS.lines, ({ guilty }) => guilty)
  return lines.length === 0 ? null : (
    <ul class="lines">
      {shown.map((line, i) => (
        <li key={i}>
          <HeaderText {...line} />
        </li>
      ))}
      {others !== null && <li>{others}</li>}
    </ul>
  )
}
