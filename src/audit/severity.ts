/** How much a finding matters. "high": any website can read what only the user should; it decides the exit code. */
export type Severity = 'high' | 'medium' | 'low' | 'info'

/** The severities, the most serious first. */
export const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low', 'info']
