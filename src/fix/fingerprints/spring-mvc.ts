import { defineFingerprint } from './fingerprint.ts'
import { body, cookie } from './sign.ts'

/**
 * Nothing shows Spring without Boot; Tomcat, in which it most often runs, shows itself in error pages.
 */
export default defineFingerprint({
  id: 'spring-mvc',
  title: 'Spring MVC',
  layer: 'app',
  signs: [body('low', /<title>HTTP Status \d{3} – [^<]*<\/title>/), cookie('low', /^JSESSIONID$/)],
})
