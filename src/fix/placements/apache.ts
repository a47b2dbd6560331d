import { definePlacement } from './placement.ts'

/** At the start of the virtual host, or of the `.htaccess`. */
export default definePlacement({
  ids: ['apache'],
  removals: [
    {
      find: String.raw`^[ \t]*RewriteCond[ \t]+%\{REQUEST_METHOD\}[ \t]+\S*OPTIONS.*\n([ \t]*RewriteCond.*\n)*[ \t]*RewriteRule.*\n`,
      takes: 'match',
    },
    {
      find: String.raw`^[ \t]*Header[ \t]+((always|onsuccess)[ \t]+)?\w+[ \t]+['"]?Access-Control-`,
      takes: 'statement',
    },
  ],
  edits: (code) => [{ type: 'insert', at: 'inside', find: '<VirtualHost\\b', otherwise: 'top', code }],
})
