import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { type Diagnosis, list, originNotes, servedText } from '../../internal.ts'
import { Choice } from '../parts/Choice.tsx'
import { PanelWords } from '../parts/PanelWords.tsx'
import { strings } from '../parts/strings.ts'
import type { FixScope } from '../state/policy-draft.ts'
import { remember, remembered } from '../state/remembered.ts'
import type { Session } from '../state/session.ts'
import { useStore } from '../state/use-store.ts'
import { TryIt } from '../trial/TryIt.tsx'
import { AskedBy } from './AskedBy.tsx'
import { FrameworkPicker } from './FrameworkPicker.tsx'
import { askedOf, draftWith, serverFixOf, staysBlocked, takenAway } from './fix-view.ts'
import { OriginNotes } from './OriginNotes.tsx'
import { PolicyForm } from './PolicyForm.tsx'
import { PolicyHeaders } from './PolicyHeaders.tsx'
import { promiseForAll } from './promise-for-all.ts'
import { SnippetCode } from './SnippetCode.tsx'
import { SnippetNotes } from './SnippetNotes.tsx'
import { useSettled } from './use-settled.ts'

export interface ServerFixProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
  /** The content above the folded parts. */
  readonly children: ComponentChildren
}

/** The server's configuration, with the choice of framework, requests and policy. */
export function ServerFix({ diagnosis, session, children }: ServerFixProps) {
  const { store } = session
  const { detail } = useStore(store)
  const { scope, keep, editing } = detail
  const diagnoses = useSettled(session.peersOf(diagnosis), diagnosis)
  const asked = useMemo(() => askedOf(diagnosis, diagnoses, scope, keep), [diagnosis, diagnoses, scope, keep])
  const view = useMemo(
    () => (asked === null ? null : serverFixOf(diagnosis, asked, detail, remembered('framework'))),
    [diagnosis, asked, detail],
  )
  const policy = view === null || 'invalid' in view.policy ? null : view.policy
  const served = useMemo(
    () => (asked === null || policy === null ? [] : servedText(policy, asked.wishes, asked.leftOut)),
    [asked, policy],
  )
  if (view === null || asked === null) return null
  const { generator, snippet, draft } = view
  const { target, wishes } = asked
  const envName = detail.envNames.get(target) ?? ''
  const isEdited = Object.keys(draft).length > 0
  const why = diagnosis.plan?.why ?? []
  const blocked = policy === null ? null : staysBlocked(diagnosis, policy, asked)
  const lost = policy === null ? [] : takenAway(diagnosis, policy)
  return (
    <div class="fix">
      <OriginNotes
        notes={policy === null ? [] : originNotes(policy, asked.leftOut)}
        onAdd={(origin) =>
          store.dispatch({ type: 'draft policy', target, draft: draftWith(draft, asked.policy, origin) })
        }
      />
      <SnippetCode code={snippet?.type === 'snippet' ? snippet.code : null}>
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
            value={scope}
            options={[
              { value: 'api', label: strings.wholeApi(asked.all), count: null },
              { value: 'request', label: strings.thisRequest, count: null },
            ]}
            onChange={(chosen) => store.dispatch({ type: 'fix for', scope: chosen })}
          />
        )}
        <label class="check" title={strings.keepHint}>
          <input
            type="checkbox"
            name="keep"
            checked={keep}
            onChange={(event) => store.dispatch({ type: 'keep', keep: event.currentTarget.checked })}
          />
          {strings.keep}
        </label>
        <span class="gap" />
        <button
          type="button"
          aria-expanded={editing}
          aria-controls="policy"
          onClick={() => store.dispatch({ type: 'edit policy', editing: !editing })}
        >
          {strings.editPolicy}
          {isEdited && <span class="dim"> {strings.edited}</span>}
        </button>
      </SnippetCode>
      {editing && (
        <PolicyForm
          policy={asked.policy}
          draft={draft}
          invalid={'invalid' in view.policy ? view.policy.invalid : null}
          onChange={(changed) => store.dispatch({ type: 'draft policy', target, draft: changed })}
          envName={envName}
          onEnvName={(name) => store.dispatch({ type: 'origins from env', target, name })}
        />
      )}
      {snippet?.type === 'unsupported' && (
        <p class="refused" role="status">
          {strings.noSnippet(generator.title)} <PanelWords text={snippet.why} />
        </p>
      )}
      {lost.length > 0 && (
        <p class="refused">
          {strings.takesAway} <PanelWords text={list(lost)} />
        </p>
      )}
      {policy !== null && (
        <p>
          <PanelWords text={blocked ?? (wishes.length > 1 || isEdited ? promiseForAll(served, why) : why)} />
        </p>
      )}
      {snippet?.type === 'snippet' && (
        <SnippetNotes {...snippet} proof={generator.proof} docs={generator.docs} />
      )}
      {policy !== null && <TryIt diagnosis={diagnosis} policy={policy} session={session} />}
      {children}
      {policy !== null && (
        <div class="folds">
          <PolicyHeaders policy={policy} target={target} />
          <AskedBy policy={policy} wishes={wishes} />
        </div>
      )}
    </div>
  )
}
