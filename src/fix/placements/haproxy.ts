import { definePlacement } from './placement.ts'

/** At the start of the frontend. */
export default definePlacement({
  ids: ['haproxy'],
  removals: [
    {
      find: String.raw`^[ \t]*http-(request|response|after-response)[ \t]+[a-z]+-header[ \t]+Access-Control-`,
      takes: 'line',
    },
    { find: String.raw`^[ \t]*http-request[ \t]+return\b.*\bMETH_OPTIONS\b`, takes: 'line' },
  ],
  edits: (code) => [
    { type: 'insert', at: 'after', find: '^frontend\\b.*', code: code.replace(/^(?=.)/gm, '    ') },
  ],
})
