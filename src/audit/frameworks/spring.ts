import { code, text } from '../../text/text.ts'
import { defineFramework } from './framework.ts'

/** Spring, with Boot and without. */
export default defineFramework({
  shownBy: ['spring-boot', 'spring-mvc'],
  title: 'Spring',
  docs: 'https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html',
  settings: {
    'list-origins': text`call ${code('setAllowedOrigins(List.of("https://…"))')}, not ${code('setAllowedOriginPatterns(List.of("*"))')}; in annotations, ${code('@CrossOrigin(origins = "https://…")')}.`,
    'compare-exactly': text`call ${code('setAllowedOrigins')} with whole origins instead of ${code('setAllowedOriginPatterns')}.`,
    'remove-origin': text`take it out of ${code('setAllowedOrigins')}, ${code('setAllowedOriginPatterns')} and ${code('@CrossOrigin')}.`,
    credentials: text`remove ${code('setAllowCredentials(true)')}, or list exact origins with ${code('setAllowedOrigins')}.`,
    vary: text`use ${code('CorsFilter')}, which sends ${code('Vary: Origin')} from Spring 5.2 on; before, add it in a filter.`,
    'list-headers': text`list the names with ${code('setAllowedHeaders')} instead of ${code('"*"')}.`,
    'list-methods': text`list the methods with ${code('setAllowedMethods')} instead of ${code('"*"')}.`,
    'list-exposed': text`list the names with ${code('setExposedHeaders')}.`,
    errors: text`use ${code('CorsFilter')} before all other filters instead of ${code('@CrossOrigin')}.`,
    'preflight-before-login': text`call ${code('http.cors(…)')} in Spring Security, which then runs before the login.`,
  },
})
