import type { ComponentChildren } from 'preact'

export interface FoldProps {
  readonly title: string
  /** A few words that say what is inside. */
  readonly note?: string
  readonly children: ComponentChildren
}

/** What not everybody needs, folded under its title. */
export const Fold = ({ title, note, children }: FoldProps) => (
  <details>
    <summary>
      {title}
      {note !== undefined && <small> {note}</small>}
    </summary>
    {children}
  </details>
)
