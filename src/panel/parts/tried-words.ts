/** What is said of a request that was made during a trial. */
export const triedWords = {
  tag: { sign: '◈', word: 'Trial' },
  sign: (word: string): string => `Made during a trial. By the server’s own headers: ${word}`,
  note: {
    shared: 'Allowed during your trial. Everything below is about the headers that the server sent.',
    blocked: 'Blocked despite your trial. Everything below is about the headers that the server sent.',
    unknown: 'Made during your trial. Everything below is about the headers that the server sent.',
  },
} as const
