import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { itemsOf, moveFocus } from './menu-keys.ts'
import { strings } from './strings.ts'
import { useWord } from './use-word.ts'

/** A menu item. */
export interface Action {
  readonly label: string
  /** Runs it, with or without secrets, and returns the confirmation. */
  readonly run: (secrets: boolean) => string | Promise<string>
}

export interface ActionMenuProps {
  readonly label: string
  /** The button's label. */
  readonly children: ComponentChildren
  /** Called when the menu opens. */
  readonly actions: () => readonly Action[]
}

/** A button with a menu of what can be copied or saved. Secrets are masked unless the user chooses otherwise each time. */
export function ActionMenu({ label, children, actions }: ActionMenuProps) {
  const [open, setOpen] = useState(false)
  const [secrets, setSecrets] = useState(false)
  const [done, say] = useWord()
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    if (open) itemsOf(menu.current)[0]?.focus()
  }, [open])

  const close = (): void => {
    setOpen(false)
    setSecrets(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles keys that its button and menu don't
    <div
      class="copy"
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOpen(false)
      }}
      onKeyDown={(event) => {
        if (!open) return
        if (event.key === 'Escape') close()
        else if (!moveFocus(event.key, itemsOf(menu.current))) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <span class="done" role="status">
        {done}
      </span>
      <button
        ref={button}
        type="button"
        class="icon"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div ref={menu} class="menu" role="menu" aria-label={label}>
          {actions().map((action) => (
            <button
              key={action.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                const word = action.run(secrets)
                close()
                if (typeof word === 'string') say(word)
                else void word.then(say)
              }}
            >
              {action.label}
            </button>
          ))}
          <button
            type="button"
            role="menuitemcheckbox"
            tabIndex={-1}
            aria-checked={secrets}
            onClick={() => setSecrets(!secrets)}
          >
            <span aria-hidden="true">{secrets ? '☑' : '☐'}</span> {strings.withSecrets}
            <small>{strings.withSecretsHint}</small>
          </button>
        </div>
      )}
    </div>
  )
}

/** Returns the word for whether copying worked. */
export const copyWord = (copied: boolean): string => (copied ? strings.copied : strings.copyFailed)
