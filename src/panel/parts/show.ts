/** The tabs above the list. */
export type Show = 'blocked' | 'depends' | 'shared' | 'all'

export const shows: readonly Show[] = ['blocked', 'depends', 'shared', 'all']
