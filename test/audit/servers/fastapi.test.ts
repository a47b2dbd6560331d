import fastapi from '../../../src/fix/generators/fastapi.ts'
import { codeOf } from '../../fix/servers/start/code-of.ts'
import { startFastApi } from '../../fix/servers/start/start-fastapi.ts'
import { audits, type Mistake } from './audits.ts'

const cors =
  (options: string): Mistake['start'] =>
  () =>
    startFastApi(
      `from fastapi.middleware.cors import CORSMiddleware\napp.add_middleware(CORSMiddleware, ${options})`,
    )

const LISTED = 'allow_methods=["GET", "PUT"], allow_headers=["content-type"]'

const mistakes: readonly Mistake[] = [
  {
    name: '["*"] with credentials, which sends every origin back to who has a cookie',
    start: cors(`allow_origins=["*"], allow_credentials=True, ${LISTED}`),
    finds: ['reflects-any-origin'],
    severity: 'high',
    setting: 'allow_credentials=True',
  },
  {
    name: 'a pattern that anything fits before the domain',
    start: cors(`allow_origin_regex=r"https://.*example\\.com", allow_credentials=True, ${LISTED}`),
    finds: ['suffix-match'],
    severity: 'high',
    setting: 'allow_origin_regex',
  },
  {
    name: 'a pattern with an unescaped dot',
    start: cors(`allow_origin_regex=r"https://app.example\\.com", allow_credentials=True, ${LISTED}`),
    finds: ['unescaped-dot'],
    severity: 'high',
    setting: 'allow_origin_regex',
  },
  {
    name: 'every subdomain',
    start: cors(`allow_origin_regex=r"https://.*\\.example\\.com", allow_credentials=True, ${LISTED}`),
    finds: ['any-subdomain-trusted'],
    severity: 'medium',
    setting: 'allow_origins',
  },
  {
    name: 'the headers of the request allowed, with credentials',
    start: cors(
      'allow_origins=["https://app.example.com"], allow_credentials=True, allow_methods=["GET"], allow_headers=["*"]',
    ),
    finds: ['any-header-with-credentials'],
    severity: 'low',
    setting: 'allow_headers',
  },
  {
    name: 'a login that is added after the middleware, and so is around it',
    start: () =>
      startFastApi(`
from fastapi.middleware.cors import CORSMiddleware

app.add_middleware(CORSMiddleware, allow_origins=["https://app.example.com"], ${LISTED})


@app.middleware("http")
async def login(request, call_next):
    if "authorization" not in request.headers:
        return Response(status_code=401)
    return await call_next(request)
`),
    finds: ['preflight-needs-login'],
    severity: 'low',
    setting: 'CORSMiddleware',
  },
  {
    name: 'null and http in the list',
    start: cors(
      `allow_origins=["https://app.example.com", "http://app.example.com", "null"], allow_credentials=True, ${LISTED}`,
    ),
    finds: ['null-origin-allowed', 'http-origin-trusted'],
    severity: 'high',
    setting: 'allow_origins',
  },
]

audits('FastAPI', { mistakes, own: (policy) => startFastApi(codeOf(fastapi, policy)) })
