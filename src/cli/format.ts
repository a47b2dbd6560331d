export const FORMATS = ['text', 'json', 'ndjson', 'markdown', 'sarif', 'junit', 'github'] as const

/** How results are printed. */
export type Format = (typeof FORMATS)[number]

export const isFormat = (value: string): value is Format => (FORMATS as readonly string[]).includes(value)
