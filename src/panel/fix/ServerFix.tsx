import { useMemo } from 'preact/hooks'
import { type Diagnosis, servedText } from '../../internal.ts'
import { Choice } from '../parts/Choice.tsx'
import { strings } from '../parts/strings.ts'
import { Words } from '../parts/Words.tsx'
import type { FixScope, PolicyDraft } from '../state/policy-draft.ts'
import { remember, remembered } from '../state/remembered.ts'
import type { Session } from '../state/session.ts'
import { useStore } from '../state/use-store.ts'
import { AskedBy } from './AskedBy.tsx'
import { FrameworkPicker } from './FrameworkPicker.tsx'
import { askedOf, draftedPolicy, generatorFor, snippetFor } from './fix-view.ts'
import { PolicyForm } from './PolicyForm.tsx'
import { PolicyHeaders } from './PolicyHeaders.tsx'
import { SnippetCode } from './SnippetCode.tsx'
import { SnippetNotes } from './SnippetNotes.tsx'
import { useSettled } from './use-settled.ts'

export interface ServerFixProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
}

const AS_ASKED: PolicyDraft = {}

/** The configuration of the server: for which requests, in which framework, with which policy. */
export function ServerFix({ diagnosis, session: { store } }: ServerFixProps) {
  const { diagnoses: all, fix } = useStore(store)
  const diagnoses = useSettled(all, diagnosis)
  const asked = useMemo(() => askedOf(diagnosis, diagnoses, fix.scope), [diagnosis, diagnoses, fix.scope])
  const draft = fix.drafts.get(asked?.target ?? '') ?? AS_ASKED
  const policy = useMemo(() => (asked === null ? null : draftedPolicy(asked.policy, draft)), [asked, draft])
  const served = useMemo(
    () => (asked === null || policy === null || 'invalid' in policy ? [] : servedText(policy, asked.wishes)),
    [asked, policy],
  )
  if (asked === null || policy === null) return null
  const { target, wishes } = asked
  const chosen = fix.frameworks.get(target) ?? null
  const { generator } = generatorFor(diagnosis, chosen, remembered('framework'))
  const snippet = 'invalid' in policy ? null : snippetFor(generator, policy, target, diagnosis)
  return (
    <div class="fix">
      <div class="fix-bar">
        <FrameworkPicker
          chosen={generator.id}
          onChange={(id) => {
            remember('framework', id)
            store.dispatch({ type: 'framework', target, id })
          }}
        />
        {asked.all > 1 && (
          <Choice<FixScope>
            name="fix-scope"
            label={strings.fixFor}
            value={fix.scope}
            options={[
              { value: 'api', label: strings.wholeApi(asked.all), count: null },
              { value: 'request', label: strings.thisRequest, count: null },
            ]}
            onChange={(scope) => store.dispatch({ type: 'fix for', scope })}
          />
        )}
        <span class="gap" />
        <button
          type="button"
          aria-expanded={fix.editing}
          aria-controls="policy"
          onClick={() => store.dispatch({ type: 'edit policy', editing: !fix.editing })}
        >
          {strings.editPolicy}
          {Object.keys(draft).length > 0 && <span class="dim"> {strings.edited}</span>}
        </button>
      </div>
      {fix.editing && (
        <PolicyForm
          policy={asked.policy}
          draft={draft}
          invalid={'invalid' in policy ? policy.invalid : null}
          onChange={(changed) => store.dispatch({ type: 'draft policy', target, draft: changed })}
        />
      )}
      {!('invalid' in policy) && snippet !== null && (
        <>
          {snippet.type === 'unsupported' ? (
            <p class="refused" role="status">
              {strings.noSnippet(generator.title)} <Words text={snippet.why} />
            </p>
          ) : (
            <SnippetCode code={snippet.code} proof={generator.proof} docs={generator.docs} />
          )}
          {(wishes.length > 1 || Object.keys(draft).length > 0) && (
            <p>
              <Words text={served} />
            </p>
          )}
          {snippet.type === 'snippet' && <SnippetNotes snippet={snippet} />}
          <PolicyHeaders policy={policy} target={target} />
          <AskedBy policy={policy} wishes={wishes} />
        </>
      )}
    </div>
  )
}
