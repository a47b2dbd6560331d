import type { DetailTab } from '../parts/detail-tabs.ts'
import type { FixScope, PolicyDraft } from './policy-draft.ts'

/** The user's choices for the explanation and for configuration. */
export interface DetailState {
  /** The chosen tab; null until the user chooses one. */
  readonly tab: DetailTab | null
  readonly scope: FixScope
  /** Whether the policy also keeps what the server currently allows. */
  readonly keep: boolean
  readonly editing: boolean
  /** The choices and edits for each API, by its origin. */
  readonly frameworks: ReadonlyMap<string, string>
  readonly drafts: ReadonlyMap<string, PolicyDraft>
  /** The environment variables that the configuration reads the origins from. */
  readonly envNames: ReadonlyMap<string, string>
  /** Whether the advice for somebody else's API is shown, and for which proxy. */
  readonly foreign: boolean
  readonly proxy: string | null
  /** The start of the "What if" form, whether it's shown without a list, and its edits by the exchange's id. */
  readonly start: 'exchange' | 'empty'
  readonly alone: boolean
  readonly edits: ReadonlyMap<string, Readonly<Record<string, string>>>
}

export type DetailEvent =
  | { readonly type: 'tab'; readonly tab: DetailTab }
  | { readonly type: 'fix for'; readonly scope: FixScope }
  | { readonly type: 'keep'; readonly keep: boolean }
  | { readonly type: 'framework'; readonly target: string; readonly id: string }
  | { readonly type: 'edit policy'; readonly editing: boolean }
  | { readonly type: 'foreign'; readonly foreign: boolean }
  | { readonly type: 'proxy'; readonly id: string }
  | { readonly type: 'start from'; readonly start: DetailState['start'] }
  | { readonly type: 'what if alone'; readonly open: boolean }
  | { readonly type: 'what if'; readonly id: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly type: 'origins from env'; readonly target: string; readonly name: string }
  | { readonly type: 'draft policy'; readonly target: string; readonly draft: PolicyDraft }

export const initialDetail: DetailState = {
  tab: null,
  scope: 'api',
  keep: true,
  editing: false,
  frameworks: new Map(),
  drafts: new Map(),
  envNames: new Map(),
  foreign: false,
  proxy: null,
  start: 'exchange',
  alone: false,
  edits: new Map(),
}

/** Returns the state of the explanation after an event. */
export function updateDetail(detail: DetailState, event: DetailEvent): DetailState {
  switch (event.type) {
    case 'tab':
      return { ...detail, tab: event.tab }
    case 'fix for':
      return { ...detail, scope: event.scope }
    case 'keep':
      return { ...detail, keep: event.keep }
    case 'framework':
      return { ...detail, frameworks: put(detail.frameworks, event.target, event.id) }
    case 'edit policy':
      return { ...detail, editing: event.editing }
    case 'foreign':
      return { ...detail, foreign: event.foreign }
    case 'proxy':
      return { ...detail, proxy: event.id }
    case 'start from':
      return { ...detail, start: event.start }
    case 'what if alone':
      return { ...detail, alone: event.open }
    case 'what if':
      return { ...detail, edits: put(detail.edits, event.id, event.fields) }
    case 'origins from env':
      return { ...detail, envNames: put(detail.envNames, event.target, event.name) }
    case 'draft policy':
      return { ...detail, drafts: put(detail.drafts, event.target, event.draft) }
  }
}

const put = <T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> =>
  new Map(map).set(key, value)
