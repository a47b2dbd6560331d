/** The commands, in the order of the help. */
export const COMMAND_NAMES = ['explain', 'check', 'fix', 'diff', 'merge', 'audit', 'rules', 'mcp'] as const

export type CommandName = (typeof COMMAND_NAMES)[number]

/** The output of `whycors --help`. */
export const HELP = `whycors explains why a browser blocked cross-origin requests, and how to fix it.

  whycors explain FILE.har    why requests in a recording were blocked
  whycors check URL           what a browser would make of a call to your API
  whycors fix FILE.har        the server configuration that fixes them
  whycors diff BEFORE AFTER   what a change fixed and what it broke
  whycors merge FILE...       one report from the reports of many recordings
  whycors audit URL           unsafe CORS settings of your own API
  whycors rules [TEXT]        what a rule or a console message means
  whycors mcp                 the same, as tools for coding agents

Try it: whycors explain --sample
Options and examples of a command: whycors explain --help
To record: DevTools, Network, "Export HAR". Nothing you record leaves this machine.

Exit code: 0 nothing blocked, 1 something blocked, 2 wrong usage or unreadable input
`

/** The output of `whycors COMMAND --help`. */
export const COMMAND_HELP: Record<CommandName, string> = {
  explain: `whycors explain FILE.har... [NUMBER...]

Lists the problems in a recording, then explains each one. FILE is a .har, a .har.gz
or a .zip with HARs in it; - is standard input.

  NUMBER             only the problems with these numbers
  --brief            only the list
  --all              also the requests that were allowed
  --full             long values and lists whole (JSON always has them whole)
  --origin URL       only requests to this API
  --engine chromium|firefox|webkit|spec
                     whose rules apply (default: those of the recording's browser)
  --format text|json|ndjson|markdown|sarif|junit|github
                     github: annotations of a GitHub Actions job
  --show-secrets     don't mask cookies, tokens and keys
  --sample           use the recording that comes with whycors

Examples:
  whycors explain shop.har
  whycors explain shop.har 3
  whycors explain shop.har --format json --brief

Exit code: 0 nothing blocked, 1 something blocked, 2 wrong usage or unreadable input
`,
  check: `whycors check URL --origin PAGE
whycors check --file CHECKS.yaml

Calls a URL as a browser would for a page: the preflight first if one is due, then the
request itself, then redirects. Explains the outcome as it explains a recording, and
prints curl commands for the same requests. A request that may change data (POST, PUT,
PATCH, DELETE) is only sent with --send; without it, its preflight is checked.

  --origin PAGE      the page's origin, such as https://app.example.com
  --method METHOD    (default: GET, or POST with --data)
  --header 'N: V'    a header that the page sets; may be repeated. A Cookie is sent
                     as the browser's own
  --data BODY        the request's body
  --credentials [include|same-origin|omit]
                     as in fetch(); without a value: include
  --mode cors|no-cors|same-origin
  --curl COMMAND     read all of this from a command copied in DevTools ("Copy as
                     cURL", bash or cmd); - reads it from standard input
  --send             also send a request that may change data
  --dry-run          send nothing but the preflight
  --engine chromium|firefox|webkit|spec
                     whose headers are sent and whose rules apply (default: chromium)
  --expect allowed|blocked
                     exit code 0 if so, 1 if not
  --timeout SECONDS  for the whole check (default: 30)
  --insecure         accept any certificate
  --format text|json|ndjson|markdown|sarif|junit|github
  --full             long values and lists whole
  --show-secrets     don't mask cookies, tokens and keys

  --file FILE        a list of checks instead of a URL, in YAML or JSON; each has url and
                     origin, and as it needs them method, headers, credentials, mode,
                     data, engine, expect (allowed or blocked) and code (of the browser,
                     or the rule). - is standard input
  --concurrency N    how many checks are made at the same time (default: 4)
  --write FORMAT=PATH
                     also write the results to a file, so that the API is called once
                     for all formats; may be repeated
  --brief            only the list

Examples:
  whycors check https://api.example.com/items --origin https://app.example.com
  whycors check https://api.example.com/1 --origin http://localhost:3000 --method PUT
  whycors check --curl "curl 'https://api.example.com/' -H 'Origin: http://localhost:3000'"
  whycors check --file checks.yaml --format github --write sarif=cors.sarif

explain and fix accept a URL, too, with the same options.

Exit code: 0 allowed (with --file: all as expected), 1 blocked or not as expected,
2 wrong usage or no response (with --file: that's not as expected)
`,
  fix: `whycors fix FILE.har

Prints server configuration that fixes what was blocked. Only the configuration
goes to standard output; where it goes, what it allows and how to check it goes
to standard error. Without FILE.har it lists the servers it can write for.

  --for NAME         the server to write for (default: the one the responses show)
  --proxy NAME       for an API you can't change: call it through your own server;
                     without NAME, lists the servers
  --origin URL       only this API
  --policy K=V,...   what to allow instead: origins, methods, headers, exposed,
                     credentials, max-age. origins+= adds to those seen, and
                     https://shop-*-team.vercel.app allows preview deployments
  --public           allow every website, without credentials
  --origins-from-env NAME
                     read the origins from an environment variable
  --least            only what the recorded requests need, without what the
                     server already allows this page
  --shell bash|cmd|powershell
                     the shell to write the check commands for (default: this one)
  --full             long values and lists whole
  --show-secrets     don't mask cookies, tokens and keys
  --sample           use the recording that comes with whycors

Examples:
  whycors fix shop.har --for nginx > cors.conf
  whycors fix shop.har --for express --policy methods=GET,PUT,credentials=true
  whycors fix shop.har --for koa --origins-from-env CORS_ORIGINS
  whycors fix shop.har --proxy vite

Exit code: 0 nothing blocked, 1 configuration printed, 2 wrong usage, unreadable
input, an unknown server, or a policy that its configuration can't express
`,
  diff: `whycors diff BEFORE.har AFTER.har

Compares two recordings of the same steps: which requests were fixed, which broke,
which are still blocked. Requests are matched by method, API and path; numbers and
hashes in a path count as ids. - reads one of the two from standard input.

  --origin URL       only requests to this API
  --engine chromium|firefox|webkit|spec
                     whose rules apply (default: those of the recording's browser)
  --format text|json|markdown
  --full             long values whole
  --show-secrets     don't mask cookies, tokens and keys

Examples:
  whycors diff before.har after.har
  whycors diff main.har branch.har --format markdown >> "$GITHUB_STEP_SUMMARY"

Exit code: 0 nothing broke, 1 something broke, 2 wrong usage or unreadable input
`,
  merge: `whycors merge FILE...

Merges reports that whycors explain --format ndjson or json wrote, one for each
recording or process, and counts in how many recordings each problem occurred.
A FILE may hold several reports one after the other (ndjson); - is standard input.

  --format text|json|ndjson
                     text counts the problems, the others are the merged report

Examples:
  whycors merge shop.ndjson admin.ndjson --format json
  find recordings -name '*.har' | parallel whycors explain --format ndjson |
    whycors merge -

Exit code: 0 nothing blocked, 1 something blocked, 2 wrong usage or unreadable input
`,
  audit: `whycors audit URL --origin ORIGIN

Looks for unsafe CORS settings of your own API: websites that can read it but
shouldn't, caches that mix up responses, errors that pages can't read. It lists the
requests first, about 35 of GET and OPTIONS, and sends them once you agree.
Redirects aren't followed. ORIGIN is that of a page that calls the API.

  --origin ORIGIN    a page's origin; repeat it for others
  --header 'N: V'    sent with every request but preflights; repeat it for others
  --yes              send the requests without asking first
  --dry-run          only list the requests
  --timeout SECONDS  how long a request may take (default: 10)
  --insecure         don't check the server's certificate
  --format text|json|markdown|sarif
  --show-secrets     don't mask cookies, tokens and keys

Examples:
  whycors audit https://api.example.com/items --origin https://app.example.com
  whycors audit http://localhost:8080/ --origin http://localhost:5173 --yes

Exit code: 0 nothing of severity high, 1 a finding of severity high, 2 wrong usage,
nothing was sent, or no response shows anything
`,
  rules: `whycors rules [RULE|TEXT|-]

Lists the rules. With RULE, what it means. With TEXT, a message or an error code
from a browser's console, the rules that can be behind it; - reads standard input.

  --show-secrets     don't mask cookies, tokens and keys

Examples:
  whycors rules allow-origin-missing
  whycors rules "No 'Access-Control-Allow-Origin' header is present"
  whycors rules net::ERR_BLOCKED_BY_ORB
`,
  mcp: `whycors mcp

Serves the Model Context Protocol on standard input and output, so that a coding
agent can call explain_har, check_url, fix_config, explain_console_message and
list_rules. It reads the recordings that the agent names and masks cookies, tokens
and keys. Only check_url sends anything: to the URL that the agent names, and what
may change data only if the agent asks for that.

Example, for an agent with an mcp.json:
  { "mcpServers": { "whycors": { "command": "npx", "args": ["whycors", "mcp"] } } }

Exit code: 0 the client disconnected, 2 wrong usage
`,
}
