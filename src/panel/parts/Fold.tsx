import type { ComponentChildren } from 'preact'

export interface FoldProps {
  readonly title: string
  /** A few words about the content. */
  readonly note?: string
  readonly children: ComponentChildren
}

/** Details, folded under their title. */
export const Fold = ({ title, note, children }: FoldProps) => (
  <details>
    <summary>
      {title}
      {note !== undefined && <small> {note}</small>}
    </summary>
    {children}
  </details>
)
