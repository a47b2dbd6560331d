/** How many calls, and how many requests, a page may report. */
export const MOST_REPORTED = 5000
