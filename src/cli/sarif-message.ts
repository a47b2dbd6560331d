/**
 * Returns words as the text of a SARIF message: brackets would be an embedded link, braces a placeholder (SARIF 2.1.0,
 * 3.11.5 and 3.11.6).
 */
export const asMessage = (words: string): string => words.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&')
