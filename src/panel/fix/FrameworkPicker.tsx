import { writers } from '../../internal.ts'
import { kindWords, strings } from '../parts/strings.ts'

export interface FrameworkPickerProps {
  /** The id of a generator. */
  readonly chosen: string
  readonly onChange: (id: string) => void
}

const kinds = Object.keys(kindWords) as readonly (keyof typeof kindWords)[]

/** Chooses the kind of server that the configuration is written for. */
export const FrameworkPicker = ({ chosen, onChange }: FrameworkPickerProps) => (
  <label class="check">
    <span class="off-screen">{strings.server}</span>
    <select class="framework" value={chosen} onChange={(event) => onChange(event.currentTarget.value)}>
      {kinds.map((kind) => {
        const such = writers.filter((generator) => generator.kind === kind)
        if (such.length === 0) return null
        return (
          <optgroup key={kind} label={kindWords[kind]}>
            {such.map(({ id, title }) => (
              <option key={id} value={id} selected={id === chosen}>
                {title}
              </option>
            ))}
          </optgroup>
        )
      })}
    </select>
  </label>
)
