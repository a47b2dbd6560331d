/**
 * Returns a count with its digits in groups: "2,000". The first call of `toLocaleString` would take longer than reading a
 * small recording.
 */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
