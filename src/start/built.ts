import { fileURLToPath } from 'node:url'

/** Returns the path of something that the build put beside this program. */
export const built = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url))
