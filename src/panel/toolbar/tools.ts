import { frameStrings } from '../parts/frame-strings.ts'
import { strings } from '../parts/strings.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import type { IconName } from './Icon.tsx'

/** A button of the toolbar; if space is limited, it's in the overflow menu. */
export interface Tool {
  readonly id: string
  readonly icon: IconName
  readonly label: string
  readonly hint: string
  /** For tools that can be on or off. */
  readonly pressed?: boolean
  readonly run: () => void
}

/** Actions of the toolbar that the session doesn't have. */
export interface ToolActions {
  readonly openFiles: () => void
  readonly openSettings: () => void
}

/** Returns the tools on the right side of the toolbar; the first ones are kept longest if space is limited. */
export function toolsFor(
  { store, place, reload, configure }: Session,
  state: State,
  actions: ToolActions,
): readonly Tool[] {
  const byProblem = state.settings.grouping === 'problem'
  const folded = state.list.allFolded === true
  return [
    {
      id: 'open',
      icon: 'open',
      label: frameStrings.open,
      hint: frameStrings.openHint,
      run: actions.openFiles,
    },
    {
      id: 'group',
      icon: 'group',
      label: frameStrings.byProblem,
      hint: frameStrings.byProblemHint,
      pressed: byProblem,
      run: () => configure({ grouping: byProblem ? 'time' : 'problem' }),
    },
    ...(byProblem
      ? [
          {
            id: 'fold',
            icon: 'fold',
            label: folded ? frameStrings.unfoldAll : frameStrings.foldAll,
            hint: folded ? frameStrings.unfoldAllHint : frameStrings.foldAllHint,
            run: () => store.dispatch({ type: 'fold all', folded: !folded }),
          } as const,
        ]
      : []),
    ...(place === 'devtools'
      ? ([
          {
            id: 'reload',
            icon: 'reload',
            label: frameStrings.reload,
            hint: frameStrings.reloadHint,
            run: () => reload(false),
          },
          {
            id: 'watch',
            icon: 'watch',
            label: strings.watch,
            hint: frameStrings.watchHint,
            run: () => reload(true),
          },
        ] as const)
      : []),
    {
      id: 'settings',
      icon: 'settings',
      label: frameStrings.settings,
      hint: frameStrings.settings,
      run: actions.openSettings,
    },
  ]
}
