import type { HeaderLine } from '../../internal.ts'
import { HeaderText } from './HeaderText.tsx'

/** Header lines below each other; nothing where there are none. */
export const HeaderLines = ({ lines }: { readonly lines: readonly HeaderLine[] }) =>
  lines.length === 0 ? null : (
    <ul class="lines">
      {lines.map((line, i) => (
        <li key={i}>
          <HeaderText {...line} />
        </li>
      ))}
    </ul>
  )
