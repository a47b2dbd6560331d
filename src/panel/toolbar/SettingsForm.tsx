import { useLayoutEffect, useRef } from 'preact/hooks'
import { frameStrings } from '../parts/frame-strings.ts'
import type { Session } from '../state/session.ts'
import { keepChoices } from '../state/settings.ts'
import type { State } from '../state/state.ts'

export interface SettingsFormProps {
  readonly session: Session
  readonly state: State
  readonly onClose: () => void
}

/** The settings. The form closes like a menu: with Escape, or when the focus leaves it. */
export function SettingsForm({ session, state: { settings }, onClose }: SettingsFormProps) {
  const form = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const { current } = form
    current?.querySelector<HTMLElement>('select, input')?.focus()
    return () => {
      if (current?.contains(document.activeElement)) (before as HTMLElement | null)?.focus()
    }
  }, [])
  const { configure } = session
  const box = (name: 'preserveLog' | 'secrets', label: string, hint: string) => (
    <label class="setting check">
      <input
        type="checkbox"
        checked={settings[name]}
        onChange={({ currentTarget: { checked } }) => configure({ [name]: checked })}
      />
      <span>
        {label}
        <small>{hint}</small>
      </span>
    </label>
  )
  return (
    <div
      ref={form}
      class="settings"
      role="dialog"
      aria-label={frameStrings.settings}
      tabIndex={-1}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
          onClose()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onClose()
      }}
    >
      <label class="setting">
        <span>{frameStrings.grouping}</span>
        <select
          value={settings.grouping}
          onChange={({ currentTarget: { value } }) =>
            configure({ grouping: value === 'time' ? 'time' : 'problem' })
          }
        >
          <option value="problem">{frameStrings.byProblem}</option>
          <option value="time">{frameStrings.byTime}</option>
        </select>
      </label>
      {session.place === 'devtools' && (
        <>
          <label class="setting">
            <span>
              {frameStrings.keep}
              <small>{frameStrings.keepHint}</small>
            </span>
            <select
              value={String(settings.keep)}
              onChange={({ currentTarget: { value } }) => configure({ keep: Number(value) })}
            >
              {keepChoices.map((count) => (
                <option key={count} value={String(count)}>
                  {count.toLocaleString('en')}
                </option>
              ))}
            </select>
          </label>
          {box('preserveLog', frameStrings.preserve[session.browser], frameStrings.preserveHint)}
        </>
      )}
      {box('secrets', frameStrings.secrets, frameStrings.secretsHint)}
      <p class="actions">
        <button type="button" onClick={() => configure({ columns: {}, sort: null })}>
          {frameStrings.resetColumns}
        </button>
        <button type="button" onClick={onClose}>
          {frameStrings.close}
        </button>
      </p>
    </div>
  )
}
