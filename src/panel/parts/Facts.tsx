import type { ComponentChildren } from 'preact'

export interface FactsProps {
  /** Labels and their content. Items that are false or null are omitted. */
  readonly facts: readonly (readonly [label: string, value: ComponentChildren])[]
}

/** Labels with their content next to them, or below them if there isn't enough space. */
export function Facts({ facts }: FactsProps) {
  const shown = facts.filter(([, value]) => value !== false && value !== null)
  if (shown.length === 0) return null
  return (
    <dl class="facts">
      {shown.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
