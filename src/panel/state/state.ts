import type { Recording, SkippedEntry, Truncation } from '../../internal.ts'
import { type DetailEvent, type DetailState, initialDetail, updateDetail } from './detail-state.ts'
import { initialList, type ListEvent, type ListState, updateList } from './list-state.ts'
import type { Listed } from './listed.ts'
import { allRemoved, type RemovedRequests } from './removed-requests.ts'
import { findSelected, idOf, keyOf, type Selection } from './selection.ts'
import { initialSettings, type Settings } from './settings.ts'
import { noTrial, type TrialState } from './trial-state.ts'
import { kindOf, rankOf } from './verdict-kind.ts'

/** A recording in the panel: the live one, or a file. */
export interface SourceState {
  readonly recording: Recording
  readonly entries: number
  readonly skipped: readonly SkippedEntry[]
  readonly truncated: Truncation | null
  readonly removed?: RemovedRequests
  readonly diagnoses: readonly Listed[]
}

/**
 * Everything that the panel shows. It outlives the panel's document, which is replaced when DevTools is docked elsewhere.
 */
export interface State {
  readonly sources: readonly SourceState[]
  /** All of the sources' diagnoses. */
  readonly diagnoses: readonly Listed[]
  /** The requests that the panel no longer keeps but still counts. */
  readonly removed: RemovedRequests
  readonly list: ListState
  readonly settings: Settings
  readonly selected: Selection | null
  /** Whether the user opened the explanation. If there is only space for one column, it covers the list. */
  readonly opened: boolean
  readonly paused: boolean
  /** Whether the page is watched. */
  readonly watching: boolean
  /**
   * How many of the page's requests are missing because DevTools was opened late; null if it was open in time, or the
   * user has dismissed the notice.
   */
  readonly late: number | null
  /** Requests that the page reports but the browser doesn't; `taken`: everything it has was imported. */
  readonly missed: Missed | null
  /** The cross-origin URLs that a watched page called with mode "same-origin". */
  readonly stoppedByMode: readonly string[]
  /** Entries waiting for their diagnosis. */
  readonly waiting: number
  /** The file being read. */
  readonly reading: Reading | null
  /** What couldn't be read, in words. */
  readonly failure: string | null
  readonly detail: DetailState
  /** The trial of a policy in the inspected tab. */
  readonly trial: TrialState
  /** How often the thread that judges has sent what was asked of it. */
  readonly sent: number
}

/** The progress of reading a file. */
export interface Reading {
  readonly name: string
  /** In bytes. */
  readonly read: number
  readonly size: number
  /** The entries found so far, and how many of their requests are known to be blocked; null: they aren't counted. */
  readonly entries: number
  readonly blocked: number | null
}

export interface Missed {
  readonly count: number
  readonly taken: boolean
}

export type Event =
  | DetailEvent
  | ListEvent
  | { readonly type: 'diagnosed'; readonly sources: readonly SourceState[] }
  | { readonly type: 'waiting'; readonly count: number }
  | { readonly type: 'select'; readonly selection: Selection | null }
  | { readonly type: 'open'; readonly opened: boolean }
  | { readonly type: 'pause'; readonly paused: boolean }
  | { readonly type: 'settings'; readonly change: Partial<Settings> }
  | { readonly type: 'watching'; readonly watching: boolean }
  | { readonly type: 'late'; readonly requests: number | null }
  | { readonly type: 'stopped by mode'; readonly urls: readonly string[] }
  | { readonly type: 'missed'; readonly missed: Missed | null }
  | { readonly type: 'reading'; readonly reading: Reading | null }
  | { readonly type: 'failed'; readonly message: string | null }
  | { readonly type: 'trial'; readonly trial: TrialState }
  | { readonly type: 'sent' }

export const initialState: State = {
  sources: [],
  diagnoses: [],
  removed: new Map(),
  list: initialList,
  settings: initialSettings,
  selected: null,
  opened: false,
  paused: false,
  watching: false,
  late: null,
  missed: null,
  stoppedByMode: [],
  waiting: 0,
  reading: null,
  failure: null,
  detail: initialDetail,
  trial: noTrial,
  sent: 0,
}

/** Returns the state after an event. */
export function update(state: State, event: Event): State {
  switch (event.type) {
    case 'diagnosed': {
      const [only, ...others] = event.sources
      const diagnoses =
        only !== undefined && others.length === 0
          ? only.diagnoses
          : event.sources.flatMap((source) => source.diagnoses)
      return {
        ...state,
        sources: event.sources,
        diagnoses,
        removed: allRemoved(event.sources.flatMap(({ removed }) => removed ?? [])),
        ...kept(state, diagnoses),
      }
    }
    case 'waiting':
      return { ...state, waiting: event.count }
    case 'show':
    case 'filter':
    case 'fold':
    case 'fold all':
    case 'search on':
      return { ...state, list: updateList(state.list, event) }
    case 'select':
      return { ...state, selected: event.selection }
    case 'open':
      return { ...state, opened: event.opened }
    case 'pause':
      return { ...state, paused: event.paused }
    case 'settings':
      return { ...state, settings: { ...state.settings, ...event.change } }
    case 'watching':
      return { ...state, watching: event.watching }
    case 'missed':
      return isSameMissed(state.missed, event.missed) ? state : { ...state, missed: event.missed }
    case 'stopped by mode':
      return event.urls.join() === state.stoppedByMode.join()
        ? state
        : { ...state, stoppedByMode: event.urls }
    case 'late':
      return { ...state, late: event.requests }
    case 'reading':
      return { ...state, reading: event.reading }
    case 'failed':
      return { ...state, failure: event.message }
    case 'tab':
    case 'fix for':
    case 'keep':
    case 'framework':
    case 'edit policy':
    case 'foreign':
    case 'proxy':
    case 'start from':
    case 'what if':
    case 'what if alone':
    case 'origins from env':
    case 'draft policy':
      return { ...state, detail: updateDetail(state.detail, event) }
    case 'sent':
      return { ...state, sent: state.sent + 1 }
    case 'trial':
      return { ...state, trial: event.trial }
  }
}

/**
 * The selection stays on its fetch, even if it became part of another one (a preflight whose request arrived) or changed
 * its problem. If it made way for newer ones, its problem is selected; if nothing is, the first blocked fetch.
 */
function kept(state: State, diagnoses: readonly Listed[]): Pick<State, 'selected' | 'opened'> {
  const { selected, opened } = state
  const before = findSelected(state.diagnoses, selected)
  const found = findSelected(diagnoses, selected)
  if (found !== null)
    return {
      selected: selected?.type === 'exchange' ? { type: 'exchange', id: idOf(found) } : selected,
      opened,
    }
  if (before !== null) {
    const same = findSelected(diagnoses, { type: 'exchange', id: idOf(before) })
    if (same !== null) return { selected: { type: 'problem', key: keyOf(same) }, opened }
    const problem = { type: 'problem', key: keyOf(before) } as const
    if (findSelected(diagnoses, problem) !== null) return { selected: problem, opened }
  }
  const first = mostUrgent(diagnoses)
  return { selected: first === null ? null : { type: 'exchange', id: idOf(first) }, opened: false }
}

/** Returns the first of the most urgent fetches, or null if none is blocked. */
function mostUrgent(diagnoses: readonly Listed[]): Listed | null {
  let first: Listed | null = null
  let least = 3
  for (const one of diagnoses) {
    const rank = rankOf(one)
    if (rank >= least || !/^(blocked|depends)$/.test(kindOf(one))) continue
    first = one
    least = rank
    if (rank === 0) break
  }
  return first
}

const isSameMissed = (a: Missed | null, b: Missed | null): boolean =>
  a?.count === b?.count && a?.taken === b?.taken
