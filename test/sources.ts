import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
/** Returns the files of TypeScript in a folder of the repository, and in those in it. */
export const filesOf = (folder: string): readonly string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))
    .toSorted()

/** Returns the text of a file of the repository. */
export const sourceOf = (file: string): string => readFileSync(`${root}${file}`, 'utf8')

/** Returns code without its comments. */
export const withoutComments = (source: string): string =>
  source.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** Every file of `src/`. */
export const sources = filesOf('src')
