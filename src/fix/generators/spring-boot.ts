import { code, text } from '../../text/text.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { java } from './quote/java.ts'
import { corsConfiguration, springNotes } from './spring-lines.ts'

/**
 * Spring Boot with Spring Security, which runs the bean's CorsFilter before authentication. The bean has the class as its
 * type, not the interface, because only that is found.
 */
export default defineGenerator({
  id: 'spring-boot',
  title: 'Spring Boot with Spring Security',
  language: 'java',
  docs: 'https://docs.spring.io/spring-security/reference/servlet/integrations/cors.html',
  syntax: java,
  kind: 'app',
  find: "grep -rniE 'cors|access-control-' src",
  proof: parsedBy('javac 17'),
  valueInEnv: withCommas,
  write: (policy, { env }) => ({
    code: [
      '// CorsConfig.java:',
      ...(env === null ? [] : ['import java.util.Arrays;']),
      'import java.util.List;',
      '',
      'import org.springframework.context.annotation.Bean;',
      'import org.springframework.context.annotation.Configuration;',
      'import org.springframework.web.cors.CorsConfiguration;',
      'import org.springframework.web.cors.UrlBasedCorsConfigurationSource;',
      '',
      '@Configuration',
      'public class CorsConfig {',
      '',
      '    @Bean',
      '    UrlBasedCorsConfigurationSource corsConfigurationSource() {',
      ...[...corsConfiguration(policy, env), 'return source;'].map((line) => `        ${line}`),
      '    }',
      '}',
      '',
      '// In the method of every SecurityFilterChain:',
      'http.cors(Customizer.withDefaults());',
      '',
    ].join('\n'),
    where: text`${code('CorsConfig.java')} beside the application's class; the last line where each ${code('SecurityFilterChain')} is built, with the import of ${code('org.springframework.security.config.Customizer')}.`,
    removeFirst: [
      text`${code('@CrossOrigin')}, ${code('addCorsMappings')}, ${code('http.cors().disable()')} and filters that set ${code('Access-Control-*')}.`,
      text`${code('Access-Control-*')} headers of a proxy in front.`,
    ],
    notes: [
      ...springNotes(policy),
      text`Without Spring Security nothing reads the bean: use a ${code('FilterRegistrationBean<CorsFilter>')}.`,
      text`Session cookies still need the CSRF token.`,
    ],
  }),
})
