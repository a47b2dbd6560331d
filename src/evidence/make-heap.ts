/** A priority queue that returns the cheapest item. */
export interface Heap<T> {
  readonly push: (item: T, cost: number) => void
  /** Removes and returns the cheapest item (the first one if equal), or null. */
  readonly pop: () => { readonly item: T; readonly cost: number } | null
}

/** Returns an empty binary heap. */
export function makeHeap<T>(): Heap<T> {
  const nodes: { item: T; cost: number; order: number }[] = []
  let pushed = 0
  const before = (i: number, j: number): boolean => {
    const [a, b] = [nodes[i], nodes[j]]
    if (a === undefined || b === undefined) return a !== undefined
    return a.cost < b.cost || (a.cost === b.cost && a.order < b.order)
  }
  const swap = (i: number, j: number): void => {
    const [a, b] = [nodes[i], nodes[j]]
    if (a === undefined || b === undefined) return
    nodes[i] = b
    nodes[j] = a
  }
  return {
    push: (item, cost) => {
      nodes.push({ item, cost, order: pushed++ })
      for (let i = nodes.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1
        if (!before(i, parent)) return
        swap(i, parent)
        i = parent
      }
    },
    pop: () => {
      const top = nodes[0]
      if (top === undefined) return null
      swap(0, nodes.length - 1)
      nodes.pop()
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2]
        const child = before(right, left) ? right : left
        if (child >= nodes.length || !before(child, i)) return top
        swap(i, child)
        i = child
      }
    },
  }
}
