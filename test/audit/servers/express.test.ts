import express from '../../../src/fix/generators/express.ts'
import { startExpress, startExpressWith } from '../../fix/servers/start/start-express.ts'
import { audits, type Mistake } from './audits.ts'

const cors =
  (options: string): Mistake['start'] =>
  () =>
    startExpressWith(`import cors from 'cors'\napp.use(cors(${options}))`)

const HEADERS = "allowedHeaders: ['content-type'], methods: ['GET', 'PUT']"

const mistakes: readonly Mistake[] = [
  {
    name: 'origin: true with credentials',
    start: cors(`{ origin: true, credentials: true, ${HEADERS} }`),
    finds: ['reflects-any-origin'],
    severity: 'high',
    setting: 'origin: true',
  },
  {
    name: 'the headers of the request allowed, with credentials',
    start: cors("{ origin: ['https://app.example.com'], credentials: true }"),
    finds: ['any-header-with-credentials'],
    severity: 'low',
    setting: 'allowedHeaders',
  },
  {
    name: 'the default with credentials',
    start: cors(`{ credentials: true, ${HEADERS} }`),
    finds: ['credentials-with-wildcard-header'],
    severity: 'low',
    setting: 'credentials: true',
  },
  {
    name: 'the pattern of its documentation, which has no beginning',
    start: cors(`{ origin: /example\\.com$/, credentials: true, ${HEADERS} }`),
    finds: ['suffix-match'],
    severity: 'high',
    setting: 'regular expression',
  },
  {
    name: 'a pattern without an end',
    start: cors(`{ origin: /^https:\\/\\/app\\.example\\.com/, credentials: true, ${HEADERS} }`),
    finds: ['prefix-match'],
    severity: 'high',
    setting: 'regular expression',
  },
  {
    name: 'a pattern with an unescaped dot',
    start: cors(`{ origin: /^https:\\/\\/app.example\\.com$/, credentials: true, ${HEADERS} }`),
    finds: ['unescaped-dot'],
    severity: 'high',
    setting: 'regular expression',
  },
  {
    name: 'null and localhost in the list',
    start: cors(
      `{ origin: ['https://app.example.com', 'null', 'http://localhost:3000'], credentials: true, ${HEADERS} }`,
    ),
    finds: ['null-origin-allowed', 'localhost-trusted'],
    severity: 'high',
    setting: 'origin: […]',
  },
  {
    name: 'every subdomain, with and without encryption',
    start: cors(`{ origin: /^https?:\\/\\/([a-z-]+\\.)*example\\.com$/, credentials: true, ${HEADERS} }`),
    finds: ['any-subdomain-trusted', 'http-origin-trusted'],
    severity: 'medium',
    setting: 'List the subdomains',
  },
  {
    name: 'a function that looks for a domain in the origin',
    start: cors(
      `{ origin: (origin, done) => done(null, String(origin).includes('example.com')), credentials: true, ${HEADERS} }`,
    ),
    finds: ['substring-match'],
    severity: 'high',
    setting: 'regular expression',
  },
  {
    name: 'a fixed header of a development machine',
    start: () =>
      startExpressWith(
        "app.use((req, res, next) => {\n  res.set('Access-Control-Allow-Origin', 'http://localhost:3000')\n  next()\n})",
      ),
    finds: ['development-origin-sent'],
    severity: 'low',
    setting: 'origin: [',
  },
  {
    name: 'cors() for one route only, without Vary for others',
    start: () =>
      startExpressWith(
        `import cors from 'cors'\napp.use('/items', cors({ origin: ['https://app.example.com'], ${HEADERS} }))`,
      ),
    finds: ['errors-without-cors'],
    severity: 'low',
    setting: 'app.use(cors(…))',
  },
  {
    name: 'a list in a text, where a part of an origin is found',
    start: cors(
      `{ origin: (origin, done) => done(null, 'https://app.example.com,https://b.example.com'.includes(String(origin))), ${HEADERS} }`,
    ),
    finds: ['shortened-origin'],
    severity: 'medium',
    setting: 'Split the text',
  },
  {
    name: 'a login before cors()',
    start: () =>
      startExpressWith(
        `import cors from 'cors'
app.use((req, res, next) => (req.get('Authorization') === undefined ? res.sendStatus(401) : next()))
app.use(cors({ origin: ['https://app.example.com'], ${HEADERS} }))`,
      ),
    finds: ['preflight-needs-login'],
    severity: 'low',
    setting: 'before the login middleware',
  },
]

audits('Express', { mistakes, own: (policy) => startExpress(express, policy) })
