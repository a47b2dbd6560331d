import type { ComponentChildren } from 'preact'

export interface SectionProps {
  readonly title: string
  readonly note?: string
  /** The target of a button. */
  readonly id?: string
  readonly children: ComponentChildren
}

/** A titled part of the explanation. */
export const Section = ({ title, note, id, children }: SectionProps) => (
  <section id={id}>
    <h2>
      {title}
      {note !== undefined && <small> {note}</small>}
    </h2>
    {children}
  </section>
)
