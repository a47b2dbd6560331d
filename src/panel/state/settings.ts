import type { ColumnId } from '../parts/column-ids.ts'
import { columnIds } from '../parts/column-ids.ts'
import { field, numberIn, stringIn } from '../parts/untrusted.ts'
import { remember, remembered } from './remembered.ts'

/** Users' settings, which are stored in their profile and apply to every page. */
export interface Settings {
  readonly grouping: 'problem' | 'time'
  /** null: in the list's own order. */
  readonly sort: Sort | null
  readonly columns: Readonly<Partial<Record<ColumnId, ColumnChoice>>>
  /** How many requests of the page are kept; the oldest are removed. */
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

/** The settings of a column; null: shown if there is space, with the default width. */
export interface ColumnChoice {
  readonly shown: boolean | null
  readonly width: number | null
}

export const keepChoices: readonly number[] = [1000, 5000, 20_000, 100_000]

/** The limits of the split between list and explanation, in percent. */
export const splitLimits = { least: 20, most: 80 } as const

export const initialSettings: Settings = {
  grouping: 'problem',
  sort: null,
  columns: {},
  keep: 5000,
  secrets: false,
  preserveLog: false,
  split: 47,
}

/** Returns the stored settings, with defaults for what can't be read. */
export function rememberedSettings(): Settings {
  const text = remembered('settings')
  if (text === null) return initialSettings
  try {
    return settingsFrom(JSON.parse(text))
  } catch {
    return initialSettings
  }
}

/** Stores the settings. */
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

/** Returns a column's width within its limits, in CSS pixels. */
export const clampWidth = (width: number): number => Math.round(Math.min(900, Math.max(24, width)))
