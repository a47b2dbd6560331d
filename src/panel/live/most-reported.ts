/** The most calls and requests that are read from a page. */
export const MOST_REPORTED = 5000
