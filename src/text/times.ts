import { grouped } from './grouped.ts'

/** Returns how often something happens: "twice", "3 times". */
export const times = (count: number): string => (count === 2 ? 'twice' : `${grouped(count)} times`)
