export interface TabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly { readonly id: T; readonly title: string }[]
  readonly chosen: T
  /** The id of the element that shows the chosen tab. */
  readonly controls: string
  readonly onChoose: (id: T) => void
}

/** Returns the id of a tab's element, which labels the panel that it controls. */
export const tabId = (id: string): string => `tab-${id}`

/** Tabs by the ARIA pattern: one tab stop, and the arrow keys choose. */
export function Tabs<T extends string>({ label, tabs, chosen, controls, onChoose }: TabsProps<T>) {
  const choose = (at: number): void => {
    const tab = tabs[(at + tabs.length) % tabs.length]
    if (tab === undefined) return
    onChoose(tab.id)
    document.getElementById(tabId(tab.id))?.focus()
  }
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        const at = tabs.findIndex(({ id }) => id === chosen)
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
        if (to === undefined) return
        event.preventDefault()
        choose(to)
      }}
    >
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          aria-controls={controls}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  )
}
