/** The tabs above the list. Every recorded request stands under one of them, and those of CORS under "all" once more. */
export type Show = 'blocked' | 'warnings' | 'depends' | 'shared' | 'all' | 'not cors'

export const shows: readonly Show[] = ['blocked', 'warnings', 'depends', 'shared', 'all', 'not cors']
