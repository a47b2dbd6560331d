/**
 * The tabs above the list. Every recorded request is under one of them, and those that CORS applies to also under "all".
 */
export type Show = 'blocked' | 'warnings' | 'depends' | 'shared' | 'all' | 'not cors'

export const shows: readonly Show[] = ['blocked', 'warnings', 'depends', 'shared', 'all', 'not cors']
