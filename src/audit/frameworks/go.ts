import { code, text } from '../../text/text.ts'
import { defineFramework } from './framework.ts'

/** Go without a recognized package. */
export default defineFramework({
  shownBy: ['go'],
  title: "Go's net/http",
  docs: 'https://pkg.go.dev/net/http#Handler',
  settings: {
    'list-origins': text`compare ${code('r.Header.Get("Origin")')} with a list before you set it; with rs/cors, set ${code('AllowedOrigins')} instead of an ${code('AllowOriginFunc')} that returns true.`,
    'compare-exactly': text`compare with ${code('==')} or a map, not with ${code('strings.HasPrefix')}, ${code('HasSuffix')} or ${code('Contains')}; a ${code('regexp')} needs ${code('^')}, ${code('$')} and ${code('\\.')}.`,
    'remove-origin': text`take it out of the list (${code('AllowedOrigins')} of rs/cors).`,
    credentials: text`set ${code('Access-Control-Allow-Credentials')} only for listed origins (${code('AllowCredentials')} of rs/cors).`,
    vary: text`call ${code('w.Header().Add("Vary", "Origin")')} before the origin is checked.`,
    'list-headers': text`write the names, not those of the request (${code('AllowedHeaders')} of rs/cors).`,
    'list-methods': text`write the methods (${code('AllowedMethods')} of rs/cors).`,
    'list-exposed': text`write the names (${code('ExposedHeaders')} of rs/cors).`,
    errors: text`wrap the outermost handler, so that ${code('http.Error')} and ${code('http.NotFound')} pass it too.`,
    'preflight-before-login': text`wrap the login handler with the CORS handler, not the other way round.`,
  },
})
