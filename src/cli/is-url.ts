/** Reports whether an operand is a URL to be called, not a file. */
export const isUrl = (operand: string): boolean => /^https?:\/\//i.test(operand)
