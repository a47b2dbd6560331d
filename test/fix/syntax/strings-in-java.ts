import { fileURLToPath } from 'node:url'
import { readBy } from '../servers/quoting/read-by.ts'
import { installed } from '../servers/start/installed.ts'

const PARSER = fileURLToPath(new URL('./ParseJava.java', import.meta.url))

/** Returns the strings in each of some Java files as the compiler's own parser reads them, in their order. */
export function stringsInJava(files: readonly string[]): readonly (readonly string[])[] {
  javacHere()
  const read = readBy(
    ['java', '-XX:TieredStopAtLevel=1', '--add-modules', 'jdk.compiler', PARSER],
    files.join('\f'),
  )
  return read.split('\f\n').map((lines) => lines.split('\n').slice(0, -1))
}

/** Returns which compiler reads Java here, or fails with how to install it. */
export const javacHere = (): string =>
  installed(['javac', '-version'], ['default-jdk-headless']).replace(/^.*javac (\d+).*$/s, 'javac $1')
