/** What `whycors --help` prints. */
export const HELP = `whycors explain [FILE.har|-]...   say why requests of a recording were blocked
whycors fix FILE.har|-            configuration for the server that answered,
                                  only that on standard output
whycors fix                       the servers that it can write for
whycors rules [RULE|TEXT|-]       what each rule means, or which are behind a
                                  sentence or code of a browser's console

  --format text|json|ndjson|markdown|sarif
  --engine chromium|firefox|webkit|spec   whose rules decide
                     (default: the recording's own browser, else chromium)
  --origin URL       only requests to this API origin
  --for NAME         the server to write for, instead of the one that shows
  --proxy NAME       for an API that is not yours: configuration for a server of
                     the page's own, which asks it; without NAME: the names
  --policy K=V,...   what fix should allow instead of what was seen:
                     origins, methods, headers, exposed, credentials, max-age
  --least            fix: only what the recorded requests need; default: also what
                     the server allows this page today
  --all              also the requests that were shared
  --show-secrets     do not mask cookies, tokens and keys
  --sample           without FILE: the recording that comes with whycors

Exit code: 0 nothing blocked, 1 something blocked (fix: or may be, and here
is what mends it), 2 wrong usage, unreadable input, a server that does not show, or
a policy that its configuration cannot express.
`
