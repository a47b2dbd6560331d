import { code, text } from '../../text/text.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { java } from './quote/java.ts'
import { corsConfiguration, springNotes } from './spring-lines.ts'

/**
 * Spring Boot with Spring Security, which runs the CorsFilter of the bean before it asks for a login. The bean is of
 * the class, not of the interface: only that one is found.
 */
export default defineGenerator({
  id: 'spring-boot',
  title: 'Spring Boot with Spring Security',
  language: 'java',
  docs: 'https://docs.spring.io/spring-security/reference/servlet/integrations/cors.html',
  syntax: java,
  kind: 'app',
  proof: parsedBy('javac 17'),
  write: (policy) => ({
    code: [
      '// CorsConfig.java:',
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
      ...[...corsConfiguration(policy), 'return source;'].map((line) => `        ${line}`),
      '    }',
      '}',
      '',
      '// In the method of every SecurityFilterChain:',
      'http.cors(Customizer.withDefaults());',
      '',
    ].join('\n'),
    where: text`${code('CorsConfig.java')} beside the application's class, in a package that it scans; the last line to where the ${code('SecurityFilterChain')} is built, with the import of ${code('org.springframework.security.config.Customizer')}.`,
    removeFirst: [
      text`${code('@CrossOrigin')}, ${code('addCorsMappings')}, ${code('http.cors().disable()')} and filters that set ${code('Access-Control-*')} headers themselves.`,
      text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
    ],
    notes: [
      ...springNotes(policy),
      text`Without Spring Security nothing reads that bean: add one of type ${code('FilterRegistrationBean<CorsFilter>')} with ${code('new CorsFilter(source)')} and ${code('setOrder(Ordered.HIGHEST_PRECEDENCE)')}.`,
      text`Paths that ${code('WebSecurityCustomizer')} ignores, and those of a ${code('SecurityFilterChain')} without the line, get no headers.`,
      text`CORS is no protection against CSRF: a session cookie with ${code('PUT')} or ${code('DELETE')} still needs the token of Spring Security, or its readable 403 is what comes next.`,
    ],
  }),
})
