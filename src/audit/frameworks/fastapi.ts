import { code, text } from '../../text/text.ts'
import { defineFramework } from './framework.ts'

/** FastAPI and Starlette. */
export default defineFramework({
  shownBy: ['fastapi'],
  title: 'FastAPI',
  docs: 'https://fastapi.tiangolo.com/tutorial/cors/',
  settings: {
    'list-origins': text`set ${code('allow_origins=["https://…"]')} of ${code('CORSMiddleware')}: with ${code('allow_credentials=True')}, ${code('["*"]')} sends every origin back.`,
    'compare-exactly': text`list whole origins in ${code('allow_origins')}; in ${code('allow_origin_regex')}, escape dots (${code('\\.')}) and write no ${code('.*')}.`,
    'remove-origin': text`take it out of ${code('allow_origins')}, and check ${code('allow_origin_regex')}.`,
    credentials: text`remove ${code('allow_credentials=True')}, or list exact origins in ${code('allow_origins')}.`,
    vary: text`${code('CORSMiddleware')} sends ${code('Vary')} only to allowed origins: add ${code('Vary: Origin')} to all responses in a middleware around it.`,
    'list-headers': text`set ${code('allow_headers=["content-type"]')} instead of ${code('["*"]')}.`,
    'list-methods': text`set ${code('allow_methods=["GET", "POST"]')} instead of ${code('["*"]')}.`,
    'list-exposed': text`list the names in ${code('expose_headers')}.`,
    errors: text`add ${code('CORSMiddleware')} last, so that it is around everything else, and handle ${code('Exception')} inside it.`,
    'preflight-before-login': text`add ${code('CORSMiddleware')} after the login middleware: what is added last runs first.`,
  },
})
