import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Diagnosis } from '../../internal.ts'
import { copyText, saveText } from '../parts/clipboard.ts'
import { itemsOf, moveFocus } from '../parts/menu-keys.ts'
import { strings } from '../parts/strings.ts'
import { useWord } from '../parts/use-word.ts'
import { curlFor, harOf, jsonOf, markdownOf } from '../state/exports.ts'
import type { Session } from '../state/session.ts'

export interface CopyMenuProps {
  readonly session: Session
  readonly diagnosis: Diagnosis
}

/** What can be taken away of a fetch; secrets are masked unless asked for, each time anew. */
export function CopyMenu({ session, diagnosis }: CopyMenuProps) {
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
  const copy = (make: () => string | null) => (): void => {
    const text = make()
    close()
    say(text !== null && copyText(text) ? strings.copied : strings.copyFailed)
  }
  const save = (): void => {
    saveText(harOf(diagnosis, session, secrets), 'exchange.har')
    close()
    say(strings.saved)
  }
  const actions: readonly (readonly [string, () => void, boolean])[] = [
    [strings.copyMarkdown, copy(() => markdownOf(diagnosis, secrets)), true],
    [
      strings.copyPreflight,
      copy(() => curlFor(diagnosis, 'preflight', session, secrets)),
      curlFor(diagnosis, 'preflight', session, false) !== null,
    ],
    [
      strings.copyActual,
      copy(() => curlFor(diagnosis, 'actual', session, secrets)),
      curlFor(diagnosis, 'actual', session, false) !== null,
    ],
    [strings.copyJson, copy(() => jsonOf(diagnosis, session.store.get(), secrets)), true],
    [strings.saveHar, save, true],
  ]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches what its button and menu do not handle
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
        aria-label={strings.copyMenu}
        title={strings.copyMenu}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">⋮</span>
      </button>
      {open && (
        <div ref={menu} class="menu" role="menu" aria-label={strings.copyMenu}>
          {actions.map(([label, run, possible]) =>
            possible ? (
              <button key={label} type="button" role="menuitem" tabIndex={-1} onClick={run}>
                {label}
              </button>
            ) : null,
          )}
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
