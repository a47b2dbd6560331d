import { useState } from 'preact/hooks'
import { type CorsPolicy, writerNamed, writers } from '../internal.ts'
import { copyText } from '../panel/parts/clipboard.ts'
import { kindWords } from '../panel/parts/strings.ts'
import { useWord } from '../panel/parts/use-word.ts'
import { Words } from '../panel/parts/Words.tsx'
import { remember, remembered } from '../panel/state/remembered.ts'
import { webStrings } from './web-strings.ts'

export interface RuleFixProps {
  readonly policy: CorsPolicy
  readonly url: string
}

/** The configuration that allows an example, for the chosen server. */
export function RuleFix({ policy, url }: RuleFixProps) {
  const [chosen, setChosen] = useState(remembered('framework') ?? 'express')
  const [word, say] = useWord()
  const writer = writerNamed(chosen) ?? writers[0]
  if (writer === undefined) return null
  const written = writer.generate(policy, url)
  const kinds = [...new Set(writers.map(({ kind }) => kind))]
  return (
    <>
      <p class="box-actions">
        <label for="server">{webStrings.server}</label>
        <select
          id="server"
          value={writer.id}
          onChange={(event) => {
            setChosen(event.currentTarget.value)
            remember('framework', event.currentTarget.value)
          }}
        >
          {kinds.map((kind) => (
            <optgroup key={kind} label={kindWords[kind]}>
              {writers
                .filter((one) => one.kind === kind)
                .map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        {written.type === 'snippet' && (
          <button
            type="button"
            class="main"
            onClick={() => say(copyText(written.code) ? webStrings.copied : webStrings.copyFailed)}
          >
            {webStrings.copyCode}
          </button>
        )}
        <span role="status">{word}</span>
      </p>
      {written.type === 'snippet' ? (
        <>
          <pre>{written.code}</pre>
          <p>
            <b>{webStrings.where}:</b> <Words text={written.where} />
          </p>
        </>
      ) : (
        <p>
          <Words text={written.why} />
        </p>
      )}
    </>
  )
}
