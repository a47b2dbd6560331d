import { describe, expect, it } from 'vitest'
import type { Diagnosis, Recording } from '../../src/internal.ts'
import type { ListState } from '../../src/panel/state/list-state.ts'
import { idOf, keyOf } from '../../src/panel/state/selection.ts'
import { type Event, initialState, type State, update } from '../../src/panel/state/state.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { diagnosed } from './panel-diagnoses.ts'

const having = (...events: readonly Event[]): State => events.reduce(update, initialState)

const result = ({
  recording,
  diagnoses,
}: {
  recording: Recording
  diagnoses: readonly Diagnosis[]
}): Event => ({
  type: 'diagnosed',
  sources: [{ recording, entries: diagnoses.length, skipped: [], truncated: null, diagnoses }],
})

const shared = chromeEntry({ at: 1, response: { 'Access-Control-Allow-Origin': '*' } })
const blocked = chromeEntry({ at: 2, url: 'https://api.test/b', error: 'net::ERR_FAILED' })
const alsoBlocked = chromeEntry({ at: 3, url: 'https://api.test/c', error: 'net::ERR_FAILED' })

describe('the selection', () => {
  it('is the first blocked fetch, as long as nobody chose another, and does not open by itself', () => {
    const both = diagnosed([shared, blocked])
    const state = having(result(both))
    expect(state.selected).toEqual({ type: 'exchange', id: idOf(both.diagnoses[1] as Diagnosis) })
    expect(state.opened).toBe(false)
  })

  it('is nothing where nothing is blocked', () => {
    expect(having(result(diagnosed([shared]))).selected).toBeNull()
  })

  it('stays when more arrive', () => {
    const two = diagnosed([shared, blocked])
    const selection = { type: 'exchange', id: idOf(two.diagnoses[0] as Diagnosis) } as const
    const three = diagnosed([shared, blocked, alsoBlocked])
    const state = having(
      result(two),
      { type: 'select', selection },
      { type: 'open', opened: true },
      result(three),
    )
    expect(state.selected).toEqual(selection)
    expect(state.opened).toBe(true)
  })

  it('of a lone preflight goes over to its request', () => {
    const preflight = chromePreflight({ at: 1, method: 'PUT', status: 404 })
    const put = chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED', time: 30 })
    const lone = diagnosed([preflight])
    const selection = { type: 'exchange', id: idOf(lone.diagnoses[0] as Diagnosis) } as const
    const whole = diagnosed([preflight, put])
    expect(whole.diagnoses).toHaveLength(1)
    const state = having(result(lone), { type: 'select', selection }, result(whole))
    expect(state.selected).toEqual({ type: 'exchange', id: idOf(whole.diagnoses[0] as Diagnosis) })
  })

  it('of a problem stays with it', () => {
    const two = diagnosed([blocked, alsoBlocked])
    const selection = { type: 'problem', key: keyOf(two.diagnoses[0] as Diagnosis) } as const
    expect(having(result(two), { type: 'select', selection }, result(two)).selected).toEqual(selection)
  })

  it('goes over to the problem of a request that made way for newer ones', () => {
    const three = diagnosed([
      blocked,
      alsoBlocked,
      chromeEntry({ at: 4, status: 502, error: 'net::ERR_FAILED' }),
    ])
    const [first, second, other] = three.diagnoses as [Diagnosis, Diagnosis, Diagnosis]
    const selection = { type: 'exchange', id: idOf(second) } as const
    const opened = [
      { type: 'select', selection },
      { type: 'open', opened: true },
    ] as const
    const without = (diagnoses: readonly Diagnosis[]) => result({ ...three, diagnoses })
    const state = having(result(three), ...opened, without([first, other]))
    expect(state.selected).toEqual({ type: 'problem', key: keyOf(first) })
    expect(state.opened).toBe(true)
    // The problem is gone too.
    const gone = having(result(three), ...opened, without([other]))
    expect(gone.selected).toEqual({ type: 'exchange', id: idOf(other) })
    expect(gone.opened).toBe(false)
  })

  it('ends when the list is cleared', () => {
    const state = having(result(diagnosed([blocked])), { type: 'open', opened: true }, result(diagnosed([])))
    expect(state.selected).toBeNull()
    expect(state.opened).toBe(false)
  })
})

describe('every other event', () => {
  it.each([
    [{ type: 'waiting', count: 3 }, { waiting: 3 }],
    [{ type: 'pause', paused: true }, { paused: true }],
    [{ type: 'settings', change: { keep: 1000 } }, { settings: { ...initialState.settings, keep: 1000 } }],
    [{ type: 'watching', watching: true }, { watching: true }],
    [{ type: 'late', requests: 2 }, { late: 2 }],
    [{ type: 'failed', message: 'no' }, { failure: 'no' }],
  ] satisfies [Event, Partial<State>][])('%o', (event, expected) => {
    expect(having(event)).toEqual({ ...initialState, ...expected })
  })

  it.each([
    [{ type: 'show', show: 'shared' }, { show: 'shared' }],
    [{ type: 'fold all', folded: true }, { allFolded: true }],
    [{ type: 'filter', text: 'api' }, { filter: 'api' }],
    [{ type: 'fold', key: 'k', folded: true }, { folded: new Map([['k', true]]) }],
  ] satisfies [Event, Partial<ListState>][])('%o changes the list alone', (event, expected) => {
    expect(having(event)).toEqual({ ...initialState, list: { ...initialState.list, ...expected } })
  })

  it('a problem that was folded unfolds again, and all fold whatever was before', () => {
    const fold = { type: 'fold', key: 'k', folded: true } as const
    expect(having(fold, { ...fold, folded: false }).list.folded.get('k')).toBe(false)
    expect(having(fold, { type: 'fold all', folded: false }).list.folded.size).toBe(0)
  })
})
