import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { frameStrings } from '../parts/frame-strings.ts'
import type { ListIndex } from '../state/list-index.ts'
import type { State } from '../state/state.ts'
import type { Store } from '../state/store.ts'
import { withSuggestion } from './suggestions.ts'
import { useSuggestions } from './use-suggestions.ts'

export interface FilterBoxProps {
  readonly store: Store
  readonly state: State
  readonly index: ListIndex
  readonly input: RefObject<HTMLInputElement | null>
  /** Called when the user has finished; the list then gets the focus. */
  readonly onDone: () => void
}

/** Preact's types require a native list, but this one is custom. */
const COMBOBOX = { role: 'combobox', list: undefined } as const

/** The filter input, with suggestions. */
export function FilterBox({ store, state, index, input, onDone }: FilterBoxProps) {
  const { filter } = state.list
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const choices = useSuggestions(open ? filter : null, index)
  const set = (text: string): void => {
    setActive(-1)
    store.dispatch({ type: 'filter', text })
  }
  const choose = (choice: string): void => {
    set(withSuggestion(filter, choice))
    setOpen(choice.endsWith(':'))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = choices[active]
    if (by !== undefined) {
      if (!open) setOpen(true)
      else setActive(((active + 1 + by + choices.length + 1) % (choices.length + 1)) - 1)
    } else if (event.key === 'Enter' || (event.key === 'Tab' && chosen !== undefined && !event.shiftKey)) {
      if (chosen !== undefined) choose(chosen)
      else onDone()
    } else if (event.key === 'Escape') {
      if (open && choices.length > 0) setOpen(false)
      else if (filter !== '') set('')
      else onDone()
    } else return
    event.preventDefault()
    // Otherwise DevTools would open its drawer.
    event.stopPropagation()
  }
  return (
    <div class="filter-box">
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: it's a combobox */}
      <input
        ref={input}
        type="search"
        class="filter"
        {...COMBOBOX}
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls="filter-choices"
        aria-activedescendant={active >= 0 ? `filter-choice-${active}` : undefined}
        placeholder={frameStrings.filter}
        title={frameStrings.filterHint}
        aria-label={frameStrings.filterLabel}
        autocomplete="off"
        spellcheck={false}
        value={filter}
        onInput={(event) => {
          set(event.currentTarget.value)
          setOpen(true)
        }}
        onMouseDown={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div
        id="filter-choices"
        class="choices"
        role="listbox"
        aria-label={frameStrings.filterChoices}
        hidden={choices.length === 0}
      >
        {choices.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
          <div
            tabIndex={-1}
            key={choice}
            id={`filter-choice-${i}`}
            role="option"
            aria-selected={i === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
          >
            {choice}
          </div>
        ))}
      </div>
    </div>
  )
}
