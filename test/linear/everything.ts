import { whycors } from '../cli/run-whycors.ts'

/** Has a recording read, diagnosed, explained in every format and fixed, as the command line does. */
export async function explainAndFix(har: string): Promise<void> {
  for (const args of [
    ['--all'],
    ['--all', '--format', 'json'],
    ['--all', '--format', 'sarif'],
    ['fix', '--for', 'express'],
  ]) {
    const { err } = await whycors([...args, 'a.har'], { 'a.har': har })
    if (err.includes('this is a bug')) throw new Error(err)
  }
}

/** What the code here must not do: looks for each of many items in all of them. */
export function inSquare(size: number): number {
  const items = Array.from({ length: size }, (_, i) => i)
  return items.filter((item) => items.includes(item + 1)).length
}

/** What it must not do either: from each blank, the pattern goes to the last one. */
export const trimmedByPattern = (size: number): number => `a${' '.repeat(size)}b`.replace(/ +$/, '').length
