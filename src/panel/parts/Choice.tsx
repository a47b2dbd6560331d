export interface ChoiceProps<T extends string> {
  readonly name: string
  readonly label: string
  readonly value: T
  readonly options: readonly {
    readonly value: T
    readonly label: string
    readonly count: number | null
    readonly hint?: string
  }[]
  readonly onChange: (value: T) => void
}

/** A choice among a few options, side by side. They are radio buttons, so the arrow keys work as usual. */
export function Choice<T extends string>({ name, label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend class="off-screen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class={option.value === value ? 'on' : ''} title={option.hint}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
          {option.count !== null && <span class="count"> {option.count.toLocaleString('en')}</span>}
        </label>
      ))}
    </fieldset>
  )
}
