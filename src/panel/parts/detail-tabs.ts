/** The parts of the explanation, in the order of their tabs. */
export const detailTabs = ['why', 'fix', 'exchange', 'headers', 'what-if'] as const

export type DetailTab = (typeof detailTabs)[number]
