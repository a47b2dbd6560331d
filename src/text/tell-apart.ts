/**
 * Returns which kinds of words to add to lines that read the same, so that as few words as possible distinguish all of
 * them. Each line has the same kinds of words that it can differ in, the most useful first; '' says nothing. Lines that no
 * word distinguishes stay the same.
 */
export function tellApart(lines: readonly (readonly string[])[]): readonly number[] {
  const kinds = Math.max(0, ...lines.map(({ length }) => length))
  const used: number[] = []
  let said = lines.map((): string => '')
  for (let kind = 0; kind < kinds; kind++) {
    const different = new Set(said).size
    if (different === lines.length) break
    const longer = said.map((before, i) => `${before}\n${lines[i]?.[kind] ?? ''}`)
    if (new Set(longer).size === different) continue
    used.push(kind)
    said = longer
  }
  return used
}
