import { definePlacement } from './placement.ts'

/** What has to come first in a PHP file. */
const HEAD = String.raw`^<\?php(?:\s*declare\(\s*strict_types\s*=\s*1\s*\);)?(?:\s*namespace [\w\\]+;)?`

/** The code goes into a file that the front controller requires first. */
export default definePlacement({
  ids: ['php'],
  removals: [
    {
      find: String.raw`^[ \t]*if[ \t]*\([ \t]*\$_SERVER\[['"]REQUEST_METHOD['"]\][ \t]*={2,3}[ \t]*['"]OPTIONS['"][ \t]*\)[ \t]*\{`,
      takes: 'block',
    },
    { find: String.raw`^[ \t]*header\([ \t]*['"]Access-Control-`, takes: 'statement' },
  ],
  edits: (code) => [
    { type: 'create', file: 'cors.php', code },
    { type: 'replace', find: HEAD, by: "$0\nrequire __DIR__ . '/cors.php';" },
  ],
})
