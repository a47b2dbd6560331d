import { definePlacement } from './placement.ts'

const LISTENS = String.raw`\bListenAndServe\([^,\n]+,\s*`

/** A function next to `main`, which is wrapped around the served handler. */
export default definePlacement({
  ids: ['go'],
  removals: [
    { find: String.raw`^[ \t]*\w+(\.\w+)*(\(\))?\.(Set|Add)\("Access-Control-`, takes: 'statement' },
  ],
  edits: (code) => [
    {
      type: 'replace',
      find: `(${LISTENS})nil\\b`,
      otherwise: 'nothing',
      by: '$1cors(http.DefaultServeMux)',
    },
    {
      type: 'wrap',
      find: String.raw`${LISTENS}(?!cors\()|\bHandler:\s*(?!cors\()`,
      otherwise: 'nothing',
      before: 'cors(',
      after: ')',
    },
    { type: 'insert', at: 'end', code },
  ],
})
