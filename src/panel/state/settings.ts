import type { ColumnId } from '../parts/column-ids.ts'
import { columnIds } from '../parts/column-ids.ts'
import { field, numberIn, stringIn } from '../parts/untrusted.ts'
import { remember, remembered } from './remembered.ts'

/** What users choose once and find again: it's kept in their profile, and holds for every page. */
export interface Settings {
  readonly grouping: 'problem' | 'time'
  /** null: in the list's own order. */
  readonly sort: Sort | null
  readonly columns: Readonly<Partial<Record<ColumnId, ColumnChoice>>>
  /** How many requests of the page are kept; the oldest make way. */
  readonly keep: number
  /** Whether the panel shows cookies, tokens and passwords. */
  readonly secrets: boolean
  /** Whether requests stay when the page navigates. */
  readonly preserveLog: boolean
  /** The list's share of the panel's width, in percent. */
  readonly split: number
}

export interface Sort {
  readonly column: ColumnId
  readonly descending: boolean
}

/** What was chosen for a column; null: as the room allows, as wide as it comes. */
export interface ColumnChoice {
  readonly shown: boolean | null
  readonly width: number | null
}

export const keepChoices: readonly number[] = [1000, 5000, 20_000, 100_000]

/** How far the list and the explanation can be pushed, in percent. */
export const splitLimits = { least: 20, most: 80 } as const

export const initialSettings: Settings = {
  grouping: 'problem',
  sort: null,
  columns: {},
  keep: 5000,
  secrets: false,
  preserveLog: false,
  split: 42,
}

/** Returns the settings as they were remembered; what can't be read of them is as at first. */
export function rememberedSettings(): Settings {
  const text = remembered('settings')
  if (text === null) return initialSettings
  try {
    return settingsFrom(JSON.parse(text))
  } catch {
    return initialSettings
  }
}

/** Remembers the settings. */
export const rememberSettings = (settings: Settings): void => remember('settings', JSON.stringify(settings))

function settingsFrom(value: unknown): Settings {
  const keep = numberIn(value, 'keep') ?? initialSettings.keep
  const split = numberIn(value, 'split') ?? initialSettings.split
  return {
    grouping: stringIn(value, 'grouping') === 'time' ? 'time' : 'problem',
    sort: sortFrom(field(value, 'sort')),
    columns: Object.fromEntries(
      columnIds.flatMap((id) => {
        const choice = field(field(value, 'columns'), id)
        return choice === undefined ? [] : [[id, choiceFrom(choice)]]
      }),
    ),
    keep: keepChoices.includes(keep) ? keep : initialSettings.keep,
    secrets: field(value, 'secrets') === true,
    preserveLog: field(value, 'preserveLog') === true,
    split: Math.min(splitLimits.most, Math.max(splitLimits.least, split)),
  }
}

function sortFrom(value: unknown): Sort | null {
  const column = columnIds.find((id) => id === stringIn(value, 'column'))
  return column === undefined ? null : { column, descending: field(value, 'descending') === true }
}

function choiceFrom(value: unknown): ColumnChoice {
  const shown = field(value, 'shown')
  const width = numberIn(value, 'width')
  return {
    shown: typeof shown === 'boolean' ? shown : null,
    width: width === null ? null : clampWidth(width),
  }
}

/** Returns a column's width within what makes sense, in CSS pixels. */
export const clampWidth = (width: number): number => Math.round(Math.min(900, Math.max(24, width)))
