/**
 * Returns which kinds of words to add to lines that read the same, so that as few words as possible distinguish all of
 * them. `wordsOf` returns a line's words of a kind, the most useful kind first; '' says nothing. Lines that no word
 * distinguishes stay the same.
 */
export function tellApart<Line>(
  lines: readonly Line[],
  kinds: number,
  wordsOf: (line: Line, kind: number) => string,
): readonly number[] {
  const used: number[] = []
  let said = lines.map((): string => '')
  let different = 1
  for (let kind = 0; kind < kinds && different < lines.length; kind++) {
    const longer = said.map((before, i) => `${before}\n${wordsOf(lines[i] as Line, kind)}`)
    const now = new Set(longer).size
    if (now === different) continue
    used.push(kind)
    said = longer
    different = now
  }
  return used
}
