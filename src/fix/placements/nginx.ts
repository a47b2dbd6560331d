import { definePlacement, splitAt } from './placement.ts'

const SERVER = String.raw`^[ \t]*server[ \t]*\{`

/** The maps go into `http`, the rest into the API's `server`, and again into locations whose own lines would replace it. */
export default definePlacement({
  ids: ['nginx'],
  removals: [
    { find: String.raw`\bif[ \t]*\([ \t]*\$request_method[ \t]*~?\*?=?[ \t]*['"]?OPTIONS`, takes: 'block' },
    { find: String.raw`^[ \t]*add_header[ \t]+['"]?Access-Control-`, takes: 'statement' },
  ],
  edits(code) {
    const [maps, server] = splitAt(code, '# In server { }:')
    const inherited = server
      .split('\n')
      .filter((line) => /^(add_header|proxy_hide_header) /.test(line))
      .join('\n')
    return [
      { type: 'insert', at: 'inside', find: String.raw`^[ \t]*http[ \t]*\{`, otherwise: 'top', code: maps },
      {
        type: 'insert',
        at: 'inside',
        find: String.raw`^[ \t]*location\b`,
        within: SERVER,
        ofHost: true,
        having: String.raw`^[ \t]*(add_header|proxy_hide_header)\b`,
        every: true,
        otherwise: 'nothing',
        code: `${inherited}\n`,
      },
      { type: 'insert', at: 'inside', find: SERVER, ofHost: true, code: server },
    ]
  },
})
