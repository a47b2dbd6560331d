/** What is to be undone at the end, the latest first. */
export interface CleanUp {
  readonly later: (action: () => unknown) => void
  readonly now: () => Promise<void>
}

export function cleanUp(): CleanUp {
  const actions: (() => unknown)[] = []
  return {
    later: (action) => void actions.push(action),
    now: async () => {
      for (let action = actions.pop(); action; action = actions.pop()) await action()
    },
  }
}
