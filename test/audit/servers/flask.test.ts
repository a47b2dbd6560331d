import { startFlask, startFlaskWith } from '../../fix/servers/start/start-flask.ts'
import { pythonHere } from '../../fix/servers/start/start-gunicorn.ts'
import { audits, type Mistake } from './audits.ts'

const cors =
  (options: string): Mistake['start'] =>
  () => {
    pythonHere('flask_cors', 'flask_cors.__version__', ['python3-flask-cors'])
    return startFlaskWith(`from flask_cors import CORS\nCORS(app, ${options})`)
  }

const LISTED = 'allow_headers=["content-type"], methods=["GET", "PUT"]'
const APP = '"https://app.example.com"'

const mistakes: readonly Mistake[] = [
  {
    name: 'the default with credentials, which sends every origin back',
    start: cors(`supports_credentials=True, ${LISTED}`),
    finds: ['reflects-any-origin'],
    severity: 'high',
    setting: 'supports_credentials=True',
  },
  {
    name: 'every header allowed, with credentials',
    start: cors(`origins=[${APP}, "https://other.example.com"], supports_credentials=True`),
    finds: ['any-header-with-credentials'],
    severity: 'low',
    setting: 'allow_headers',
  },
  {
    name: 'a pattern without an end, which has to match only at the beginning',
    start: cors(`origins=[r"https://.*\\.example\\.com"], supports_credentials=True, ${LISTED}`),
    finds: ['substring-match'],
    severity: 'high',
    setting: 'regular expression',
  },
  {
    name: 'null in the list',
    start: cors(`origins=[${APP}, "null"], supports_credentials=True, ${LISTED}`),
    finds: ['null-origin-allowed'],
    severity: 'high',
    setting: 'CORS_ORIGINS',
  },
  {
    name: 'one origin only, for which the package sends no Vary',
    start: cors(`origins=[${APP}], ${LISTED}`),
    finds: ['vary-origin-missing'],
    severity: 'low',
    setting: 'vary_header=True',
  },
  {
    name: 'Vary switched off',
    start: cors(`origins=[${APP}, "https://other.example.com"], vary_header=False, ${LISTED}`),
    finds: ['vary-origin-missing'],
    severity: 'low',
    setting: 'vary_header=True',
  },
  {
    name: 'headers only for one path',
    start: cors(`resources={r"/items": {"origins": [${APP}, "https://other.example.com"]}}, ${LISTED}`),
    finds: ['errors-without-cors'],
    severity: 'low',
    setting: 'resources',
  },
]

audits('Flask', { mistakes, own: startFlask })
