import { fileURLToPath } from 'node:url'

/** Returns the path of a file that the build put next to this program. */
export const built = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url))
