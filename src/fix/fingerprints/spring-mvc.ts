import { defineFingerprint } from './fingerprint.ts'
import { body, cookie } from './sign.ts'

/** Spring without Boot has no specific sign. Tomcat, in which it mostly runs, is visible in error pages. */
export default defineFingerprint({
  id: 'spring-mvc',
  title: 'Spring MVC',
  layer: 'app',
  signs: [body('low', /<title>HTTP Status \d{3} – [^<]*<\/title>/), cookie('low', /^JSESSIONID$/)],
})
