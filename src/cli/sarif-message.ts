/**
 * Returns a text escaped for a SARIF message, in which brackets would be an embedded link and braces a placeholder (SARIF
 * 2.1.0, 3.11.5 and 3.11.6).
 */
export const asMessage = (words: string): string => words.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&')
