import type { ComponentChildren } from 'preact'

export interface FactsProps {
  /** Labels and what they are about; nothing is shown of what is false or null. */
  readonly facts: readonly (readonly [label: string, value: ComponentChildren])[]
}

/** Labels at the left, what they are about beside them; below them where there is no room. */
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
