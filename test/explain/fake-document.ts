/** A node of a document that nobody sees: enough for preact to draw into, and for its text to be read. */
export class FakeNode {
  readonly childNodes: FakeNode[] = []
  readonly style = { cssText: '' }
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml'
  parentNode: FakeNode | null = null
  readonly nodeType: 1 | 3
  readonly localName: string
  data: string
  readonly ownerDocument = fakeDocument
  readonly #attributes = new Map<string, string>()

  constructor(nodeType: 1 | 3, localName: string, data = '') {
    this.nodeType = nodeType
    this.localName = localName
    this.data = data
  }

  get firstChild(): FakeNode | null {
    return this.childNodes[0] ?? null
  }

  get nextSibling(): FakeNode | null {
    const all = this.parentNode?.childNodes ?? []
    return all[all.indexOf(this) + 1] ?? null
  }

  insertBefore(node: FakeNode, before: FakeNode | null): FakeNode {
    node.remove()
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before)
    this.childNodes.splice(at, 0, node)
    node.parentNode = this
    return node
  }

  removeChild(node: FakeNode): void {
    const at = this.childNodes.indexOf(node)
    if (at >= 0) this.childNodes.splice(at, 1)
    node.parentNode = null
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value)
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name)
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null
  }

  /** What is said beside the text: on hover, to screen readers, in fields. */
  get attributeValues(): readonly string[] {
    return [...this.#attributes.values()]
  }

  addEventListener(): void {
    // Nobody clicks.
  }

  removeEventListener(): void {
    // Nobody clicks.
  }
}

const fakeDocument = {
  createElementNS: (_: string, name: string): FakeNode => new FakeNode(1, name),
  createTextNode: (data: string): FakeNode => new FakeNode(3, '#text', data),
}

const BLOCKS =
  /^(article|section|div|p|h\d|ul|ol|li|table|tr|dl|dt|dd|details|summary|figure|figcaption|pre)$/

/** Returns the text of a node as people read it: a line for each block, single blanks, and none that `skip` names. */
export function shownText(node: FakeNode, skip: (node: FakeNode) => boolean): string {
  const collect = (one: FakeNode): string => {
    if (one.nodeType === 3) return one.data
    if (skip(one)) return ''
    const inner = one.childNodes.map(collect).join('')
    if (/^(td|th)$/.test(one.localName)) return ` | ${inner}`
    if (/^h\d$/.test(one.localName)) return `\n\n## ${inner}\n`
    if (one.localName === 'li') return `\n- ${inner}\n`
    return BLOCKS.test(one.localName) ? `\n${inner}\n` : inner
  }
  return `${collect(node)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/\n(- )\n+/g, '\n$1')
    .replace(/\n\n+(?!##)/g, '\n')
    .replace(/\n+## /g, '\n\n## ')
    .trim()}\n`
}

/** Returns what the attributes of a node and of those in it say, but those that `skip` names. */
export const attributesIn = (node: FakeNode, skip: (node: FakeNode) => boolean): readonly string[] =>
  node.nodeType === 3 || skip(node)
    ? []
    : [...node.attributeValues, ...node.childNodes.flatMap((one) => attributesIn(one, skip))]
