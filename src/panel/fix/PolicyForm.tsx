import {
  type CorsPolicy,
  isEnvName,
  LIMITS,
  type PolicyKey,
  shortened,
  sized,
  type Text,
} from '../../internal.ts'
import { MOST_OF_CODE } from '../parts/LongCode.tsx'
import { PanelWords } from '../parts/PanelWords.tsx'
import { fieldWords, strings } from '../parts/strings.ts'
import type { PolicyDraft } from '../state/policy-draft.ts'
import { draftForAll, fieldsOf, isForAll } from './fix-view.ts'

export interface PolicyFormProps {
  /** The policy that the recorded requests need. */
  readonly policy: CorsPolicy
  readonly draft: PolicyDraft
  readonly invalid: Text | null
  readonly onChange: (draft: PolicyDraft) => void
  /** The environment variable that the configuration reads the origins from; '' where it names them. */
  readonly envName: string
  readonly onEnvName: (name: string) => void
}

const LISTS = ['methods', 'headers', 'exposed', 'max-age'] as const

/** The fields of a policy. The configuration is updated with every keystroke. */
export function PolicyForm({ policy, draft, invalid, onChange, envName, onEnvName }: PolicyFormProps) {
  const asked = fieldsOf(policy)
  const shown = { ...asked, ...draft }
  const forAll = isForAll(shown)
  const change = (key: PolicyKey, value: string): void => {
    const { [key]: _, ...others } = draft
    onChange(value === asked[key] ? others : { ...others, [key]: value })
  }
  return (
    <form id="policy" class="policy" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{fieldWords.origins}</span>
        <textarea
          name="origins"
          disabled={forAll}
          rows={Math.min(6, shown.origins.split('\n').length)}
          spellcheck={false}
          value={shown.origins}
          onInput={(event) => change('origins', event.currentTarget.value)}
        />
      </label>
      <div>
        <label class="check">
          <input
            type="checkbox"
            name="for-all"
            checked={forAll}
            disabled={forAll && isForAll(asked)}
            onChange={(event) => onChange(draftForAll(draft, event.currentTarget.checked))}
          />
          {strings.forAll}
        </label>
        <label>
          <span>{strings.originsFromEnv}</span>
          <input
            type="text"
            name="origins-from-env"
            placeholder="CORS_ORIGINS"
            spellcheck={false}
            disabled={forAll}
            value={envName}
            onInput={(event) => onEnvName(event.currentTarget.value.trim())}
          />
        </label>
        {envName !== '' && !isEnvName(envName) && <p class="refused">{strings.noEnvName}</p>}
      </div>
      {LISTS.map((key) => {
        const value = shown[key]
        const isLong = value.length > MOST_OF_CODE
        return (
          <label key={key} title={isLong ? strings.tooLongToEdit(sized(value.length)) : undefined}>
            <span>{fieldWords[key]}</span>
            <input
              type="text"
              name={key}
              spellcheck={false}
              inputMode={key === 'max-age' ? 'numeric' : 'text'}
              readOnly={isLong}
              value={isLong ? shortened(value, LIMITS.characters) : value}
              onInput={(event) => change(key, event.currentTarget.value)}
            />
          </label>
        )
      })}
      <label class="check">
        <input
          type="checkbox"
          name="credentials"
          disabled={forAll}
          checked={shown.credentials === 'true'}
          onChange={(event) => change('credentials', String(event.currentTarget.checked))}
        />
        {fieldWords.credentials}
      </label>
      <button
        type="button"
        disabled={Object.keys(draft).length === 0 && envName === ''}
        onClick={() => {
          onChange({})
          onEnvName('')
        }}
      >
        {strings.asAsked}
      </button>
      <p class="refused" role="alert">
        {invalid !== null && <PanelWords text={invalid} />}
      </p>
    </form>
  )
}
