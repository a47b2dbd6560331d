/**
 * The tabs above the list. Every recorded request is under one of them, and those that CORS applies to also under "all".
 */
export type Show = 'blocked' | 'warnings' | 'depends' | 'shared' | 'all' | 'not cors'

/** The one tab that a request stands under, beside "all". */
export type Kind = Exclude<Show, 'all'>

export const shows: readonly Show[] = ['blocked', 'warnings', 'depends', 'shared', 'all', 'not cors']
