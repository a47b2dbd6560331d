import { expect } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import type { OpenedTab } from './opened-panel.ts'
import { choose, openTab, pressButton, selectRequest, textOf } from './read-panel.ts'

/** A way of the demo, and the request that its trial is about. */
export interface TriedWay {
  readonly id: string
  readonly method: string
  readonly path: string
}

export const NO_HEADER: TriedWay = { id: 'no-header', method: 'GET', path: '/api/products' }

/** Has the page make the request of a way, which is blocked, and opens its fix. */
export async function openFix(
  { page, panel }: Pick<OpenedTab, 'page' | 'panel'>,
  { id, method, path }: TriedWay = NO_HEADER,
): Promise<void> {
  await choose(panel, 'show', 'all')
  await choose(panel, 'grouping', 'time')
  await isBlocked(page, id)
  await selectRequest(panel, method, path)
  await openTab(panel, 'fix')
}

/** Starts the trial of a way in a tab: of a request without any CORS header where no other is given. */
export async function startTrial(
  opened: Pick<OpenedTab, 'page' | 'panel'>,
  way: TriedWay = NO_HEADER,
): Promise<void> {
  await openFix(opened, way)
  await pressButton(opened.panel, 'Try it in this tab')
  await pressButton(opened.panel, 'Start the trial')
  await waitFor(async () => (await barOf(opened)) !== '', `the trial of ${way.id}`)
}

/** Returns what the bar of the active trial says; '' where none is. */
export const barOf = ({ panel }: Pick<OpenedTab, 'panel'>): Promise<string> => textOf(panel, '.trial-bar')

/** Expects that a way's request doesn't reach the page. */
export const isBlocked = (page: OpenedTab['page'], id: string = NO_HEADER.id): Promise<void> =>
  expect(pressWay(page, id), id).resolves.toMatch(/blocked|Failed to fetch|got an error/)

/** Expects that a way's request reaches the page. */
export const isAllowed = (page: OpenedTab['page'], id: string = NO_HEADER.id): Promise<void> =>
  expect(pressWay(page, id), id).resolves.toMatch(/^The page got it/)
