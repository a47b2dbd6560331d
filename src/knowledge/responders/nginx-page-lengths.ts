/**
 * Returns the possible lengths of nginx's own page for a status: `<title>` and `<h1>` have the same text, and the footer
 * has its name as in `Server`. It pads 4xx and 5xx pages for browsers that identify as Chrome.
 * https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c
 */
export function nginxPageLengths(status: number, server: string): readonly number[] {
  const title = TITLES[status]
  const name = /^(nginx|openresty|tengine)/i.test(server) ? server : 'nginx'
  const pages = title === undefined ? [] : [pageLength(title, title, 0, name)]
  const special = SPECIAL.filter((one) => one.status === status).map(({ line }) =>
    pageLength(line, `${status} ${BAD_REQUEST}`, CENTER + line.length - `${status} `.length, name),
  )
  return [...pages, ...special].flatMap((length) => [length, length + PADDING, length + OLD_COLOR])
}

const pageLength = (title: string, heading: string, more: number, name: string): number =>
  FRAME + title.length + heading.length + more + name.length

/** The page without its two titles and the name in its footer. */
const FRAME = 115
const PADDING = 402
/** `<body bgcolor="white">`, until 1.15. */
const OLD_COLOR = 16
/** `<center>`, `</center>` and the line end around one more line. */
const CENTER = 19
const BAD_REQUEST = 'Bad Request'

const TITLES: Readonly<Record<number, string>> = {
  400: '400 Bad Request',
  401: '401 Authorization Required',
  402: '402 Payment Required',
  403: '403 Forbidden',
  404: '404 Not Found',
  405: '405 Not Allowed',
  406: '406 Not Acceptable',
  408: '408 Request Time-out',
  409: '409 Conflict',
  410: '410 Gone',
  411: '411 Length Required',
  412: '412 Precondition Failed',
  413: '413 Request Entity Too Large',
  414: '414 Request-URI Too Large',
  415: '415 Unsupported Media Type',
  416: '416 Requested Range Not Satisfiable',
  421: '421 Misdirected Request',
  429: '429 Too Many Requests',
  500: '500 Internal Server Error',
  501: '501 Not Implemented',
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
  504: '504 Gateway Time-out',
  505: '505 HTTP Version Not Supported',
  507: '507 Insufficient Storage',
}

/** Pages with a specific reason in the title. */
const SPECIAL = [
  { status: 400, line: '400 Request Header Or Cookie Too Large' },
  { status: 400, line: '400 The SSL certificate error' },
  { status: 400, line: '400 No required SSL certificate was sent' },
  { status: 400, line: '400 The plain HTTP request was sent to HTTPS port' },
] as const
