import { definePlacement, splitAt } from './placement.ts'

const PROXY = String.raw`^[ \t]*reverse_proxy\b`

/** The snippet goes before the first site; in the API's site block, it encloses all handlers. */
export default definePlacement({
  ids: ['caddy'],
  removals: [
    { find: String.raw`^[ \t]*header[ \t]+(@?\S+[ \t]+)?[+-]?['"]?Access-Control-`, takes: 'statement' },
    { find: String.raw`^[ \t]*[+-]?Access-Control-`, takes: 'line' },
  ],
  edits(code) {
    const [snippet, site] = splitAt(code, '# In the site block')
    const before = /^(import .*\n(?:.*\n)*?)?(\w+ \{\n)((?:\t+import .*\n)?)/m.exec(site)
    return [
      {
        type: 'replace',
        find: String.raw`${PROXY}[^{\n]*$`,
        every: true,
        otherwise: 'nothing',
        by: '$0 {\n\t\theader_down -Access-Control-*\n\t}',
      },
      {
        type: 'insert',
        at: 'inside',
        find: String.raw`${PROXY}[^{\n]*\{[ \t]*$`,
        having: String.raw`^(?![^]*header_down -Access-Control-\*)`,
        every: true,
        otherwise: 'nothing',
        code: 'header_down -Access-Control-*\n',
      },
      { type: 'insert', at: 'before', find: String.raw`^[^\s{}(#].*\{[ \t]*$`, code: snippet },
      {
        type: 'around',
        find: String.raw`^[^\s{}(#].*\{[ \t]*$`,
        ofHost: true,
        before: before?.[0] ?? '',
        after: '}\n',
        except: String.raw`^(log|tls|bind|handle_errors)\b`,
      },
    ]
  },
})
