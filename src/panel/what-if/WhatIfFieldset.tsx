import { whatIfStrings as strings } from '../parts/what-if-strings.ts'
import { CREDENTIALS, type HopPart, hopField, MODES, type WhatIfFields } from './what-if-form.ts'

export interface WhatIfFieldsetProps {
  readonly fields: WhatIfFields
  readonly hops: number
  readonly onChange: (name: string, text: string) => void
}

/** The fields: the request as the page makes it, then the responses of each URL. */
export function WhatIfFieldset({ fields, hops, onChange }: WhatIfFieldsetProps) {
  const field = (name: string) => ({ name, value: fields[name] ?? '', onChange })
  return (
    <>
      <fieldset>
        <legend>{strings.request}</legend>
        <Line label={strings.origin} {...field('origin')} />
        <Line label={strings.method} {...field('method')} short />
        <Choices label={strings.credentials} {...field('credentials')} options={CREDENTIALS} />
        <Choices label={strings.mode} {...field('mode')} options={MODES} />
        <Lines label={strings.headers} {...field('headers')} />
      </fieldset>
      {Array.from({ length: hops }, (_, hop) => {
        const of = (part: HopPart) => field(hopField(hop, part))
        return (
          <fieldset key={hop}>
            <legend>{hop === 0 ? strings.server : strings.redirect(hop)}</legend>
            <Line label={strings.url} {...of('url')} />
            <Line label={strings.preflightStatus} {...of('preflight.status')} short />
            <Lines label={strings.preflightHeaders} {...of('preflight.headers')} />
            <Line label={strings.status} {...of('response.status')} short />
            <Lines label={strings.responseHeaders} {...of('response.headers')} />
          </fieldset>
        )
      })}
    </>
  )
}

interface FieldProps {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly onChange: (name: string, text: string) => void
}

const Line = ({ label, name, value, onChange, short = false }: FieldProps & { readonly short?: boolean }) => (
  <label class={short ? 'short' : ''}>
    <span>{label}</span>
    <input
      type="text"
      name={name}
      value={value}
      spellcheck={false}
      onInput={(event) => onChange(name, event.currentTarget.value)}
    />
  </label>
)

const Lines = ({ label, name, value, onChange }: FieldProps) => (
  <label class="lines-field">
    <span>{label}</span>
    <textarea
      name={name}
      rows={Math.min(8, Math.max(2, value.split('\n').length + 1))}
      value={value}
      spellcheck={false}
      placeholder={strings.headerPlaceholder}
      onInput={(event) => onChange(name, event.currentTarget.value)}
    />
  </label>
)

const Choices = ({
  label,
  name,
  value,
  options,
  onChange,
}: FieldProps & { readonly options: readonly string[] }) => (
  <label class="short">
    <span>{label}</span>
    <select name={name} value={value} onChange={(event) => onChange(name, event.currentTarget.value)}>
      {[...new Set([...options, value, ''])].map((option) => (
        <option key={option} value={option} selected={option === value}>
          {option === '' ? strings.notKnown : option}
        </option>
      ))}
    </select>
  </label>
)
