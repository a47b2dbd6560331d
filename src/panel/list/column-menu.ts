import type { ColumnId } from '../parts/column-ids.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import type { MenuItem } from '../parts/Menu.tsx'
import type { Settings } from '../state/settings.ts'
import { columns, columnsFor, fixedColumns } from './columns.ts'

/** Returns the menu that shows and hides columns. */
export const columnMenu = (
  settings: Settings,
  shown: readonly ColumnId[],
  onChange: (change: Partial<Settings>) => void,
): readonly (MenuItem | null)[] => [
  ...columnsFor(settings.grouping)
    .filter((id) => !fixedColumns.has(id))
    .map((id) => ({
      label: id === 'count' ? frameStrings.requestCount : columns[id].title,
      checked: shown.includes(id),
      run: () => {
        const width = settings.columns[id]?.width ?? null
        onChange({ columns: { ...settings.columns, [id]: { shown: !shown.includes(id), width } } })
      },
    })),
  null,
  { label: frameStrings.resetColumns, run: () => onChange({ columns: {}, sort: null }) },
]
