import { code, text } from '../../text/text.ts'
import { defineFramework } from './framework.ts'

/** Go with rs/cors. */
export default defineFramework({
  shownBy: ['go-rs-cors'],
  title: 'rs/cors',
  docs: 'https://pkg.go.dev/github.com/rs/cors#Options',
  settings: {
    'list-origins': text`set ${code('AllowedOrigins: []string{"https://…"}')} instead of an ${code('AllowOriginFunc')} that returns true.`,
    'compare-exactly': text`compare with ${code('==')} in ${code('AllowOriginFunc')}, or list whole origins in ${code('AllowedOrigins')}; a ${code('*')} in one stands for anything.`,
    'remove-origin': text`take it out of ${code('AllowedOrigins')}, and check ${code('AllowOriginFunc')}.`,
    credentials: text`remove ${code('AllowCredentials: true')}, or list exact origins in ${code('AllowedOrigins')}.`,
    vary: text`wrap the outermost handler; rs/cors then sends ${code('Vary: Origin')} with every response.`,
    'list-headers': text`list the names in ${code('AllowedHeaders')} instead of ${code('"*"')}.`,
    'list-methods': text`list the methods in ${code('AllowedMethods')}.`,
    'list-exposed': text`list the names in ${code('ExposedHeaders')}.`,
    errors: text`wrap the outermost handler with ${code('cors.New(…).Handler(mux)')}.`,
    'preflight-before-login': text`wrap the login handler with ${code('cors.New(…).Handler(…)')}, not the other way round.`,
  },
})
