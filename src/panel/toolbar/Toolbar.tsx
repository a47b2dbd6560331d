import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { SessionMenu } from '../export/SessionMenu.tsx'
import { Choice } from '../parts/Choice.tsx'
import { frameStrings, showHints, showWords } from '../parts/frame-strings.ts'
import { Menu, type MenuPlace } from '../parts/Menu.tsx'
import { type Show, shows } from '../parts/show.ts'
import type { ListIndex } from '../state/list-index.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { FileInput } from './FileInput.tsx'
import { FilterBox } from './FilterBox.tsx'
import { Icon } from './Icon.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { type Tool, toolsFor } from './tools.ts'
import { useRoom } from './use-room.ts'

export interface ToolbarProps {
  readonly session: Session
  readonly state: State
  readonly index: ListIndex
  readonly counts: Record<Show, number>
  readonly filter: RefObject<HTMLInputElement | null>
  /** Called when the user has finished with the filter. */
  readonly onFiltered: () => void
}

/** One row: recording on the left, tabs and filter in the middle, everything else on the right. */
export function Toolbar({ session, state, index, counts, filter, onFiltered }: ToolbarProps) {
  const { store } = session
  const bar = useRef<HTMLElement>(null)
  const measure = useRef<HTMLSpanElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [settings, setSettings] = useState(false)
  const options = shows
    .filter((show) => show !== 'depends' || counts.depends > 0 || state.list.show === 'depends')
    .map((show) => ({ value: show, label: showWords[show], hint: showHints[show], count: counts[show] }))
  const tools = toolsFor(session, state, {
    openFiles: () => files.current?.click(),
    openSettings: () => setSettings(true),
  })
  const recording = session.place === 'devtools' ? [recordTool(session, state)] : []
  const left: readonly Tool[] = [
    ...recording,
    {
      id: 'clear',
      icon: 'clear',
      label: frameStrings.clear,
      hint: frameStrings.clearHint,
      run: session.clear,
    },
  ]
  const words = options.map(({ label, count }) => `${label} ${count.toLocaleString('en')}`)
  // Every digit is as wide as 0: nothing is measured again for each request.
  const measured = words.map((word) => word.replace(/\d/g, '0'))
  const room = useRoom(bar, measure, left.length + 1, tools.length, measured.join('|'))
  const [more, shown] = [tools.slice(room.tools), tools.slice(0, room.tools)]
  return (
    <header class="toolbar" ref={bar}>
      {left.map((tool) => (
        <ToolButton key={tool.id} tool={tool} />
      ))}
      <span class="between" />
      <FilterBox store={store} state={state} index={index} input={filter} onDone={onFiltered} />
      {room.tabs ? (
        <Choice
          name="show"
          label={frameStrings.show}
          value={state.list.show}
          options={options}
          onChange={(show) => store.dispatch({ type: 'show', show })}
        />
      ) : (
        <select
          class="shows"
          name="show"
          aria-label={frameStrings.show}
          title={showHints[state.list.show]}
          value={state.list.show}
          onChange={({ currentTarget: { value } }) =>
            store.dispatch({ type: 'show', show: shows.find((show) => show === value) ?? 'blocked' })
          }
        >
          {options.map(({ value }, i) => (
            <option key={value} value={value}>
              {words[i]}
            </option>
          ))}
        </select>
      )}
      <span class="gap" />
      <SessionMenu session={session} />
      {shown.map((tool) => (
        <ToolButton key={tool.id} tool={tool} />
      ))}
      {more.length > 0 && (
        <button
          type="button"
          class="tool"
          aria-label={frameStrings.more}
          title={frameStrings.more}
          aria-haspopup="menu"
          aria-expanded={menu !== null}
          onClick={(event) => {
            const { right, bottom } = event.currentTarget.getBoundingClientRect()
            setMenu(menu === null ? { left: right, top: bottom } : null)
          }}
        >
          <Icon name="more" />
        </button>
      )}
      <span class="choice measure" ref={measure} aria-hidden="true">
        {measured.map((word, i) => (
          <span class="option" key={i}>
            {word}
          </span>
        ))}
      </span>
      <FileInput session={session} input={files} />
      {menu !== null && (
        <Menu
          label={frameStrings.more}
          place={menu}
          onClose={() => setMenu(null)}
          items={more.map(({ label, run, pressed }) => ({
            label,
            run,
            ...(pressed === undefined ? {} : { checked: pressed }),
          }))}
        />
      )}
      {settings && <SettingsForm session={session} state={state} onClose={() => setSettings(false)} />}
    </header>
  )
}

const recordTool = ({ pause }: Session, { paused }: State): Tool => ({
  id: 'record',
  icon: 'record',
  label: paused ? frameStrings.resume : frameStrings.pause,
  hint: paused ? frameStrings.resumeHint : frameStrings.pauseHint,
  pressed: !paused,
  run: () => pause(!paused),
})

const ToolButton = ({ tool: { id, icon, label, hint, pressed, run } }: { readonly tool: Tool }) => (
  <button
    type="button"
    class={`tool tool-${id}`}
    aria-label={label}
    title={hint}
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    onClick={run}
  >
    <Icon name={icon} />
  </button>
)
