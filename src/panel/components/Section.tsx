import type { ComponentChildren } from 'preact'

export interface SectionProps {
  readonly title: string
  readonly note?: string
  readonly children: ComponentChildren
}

/** A titled part of the explanation. */
export const Section = ({ title, note, children }: SectionProps) => (
  <section>
    <h2>
      {title}
      {note !== undefined && <small> {note}</small>}
    </h2>
    {children}
  </section>
)
