import { code, text } from '../../text/text.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { java } from './quote/java.ts'
import { corsConfiguration, springNotes } from './spring-lines.ts'

/**
 * Spring MVC without Boot. A filter before all others, because `addCorsMappings` and `@CrossOrigin` work in the
 * DispatcherServlet, after authentication filters, and only for paths with a handler.
 */
export default defineGenerator({
  id: 'spring-mvc',
  title: 'Spring MVC with its CorsFilter',
  language: 'java',
  docs: 'https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html#mvc-cors-filter',
  syntax: java,
  kind: 'app',
  find: "grep -rniE 'cors|access-control-' src",
  proof: runOn('Spring MVC 4.3.30, Tomcat 9.0.70'),
  valueInEnv: withCommas,
  write: (policy, { env }) => ({
    code: [
      ...(env === null ? [] : ['import java.util.Arrays;']),
      'import java.util.List;',
      '',
      'import jakarta.servlet.FilterRegistration;',
      'import jakarta.servlet.ServletContext;',
      '',
      'import org.springframework.core.Ordered;',
      'import org.springframework.core.annotation.Order;',
      'import org.springframework.web.WebApplicationInitializer;',
      'import org.springframework.web.cors.CorsConfiguration;',
      'import org.springframework.web.cors.UrlBasedCorsConfigurationSource;',
      'import org.springframework.web.filter.CorsFilter;',
      '',
      '@Order(Ordered.HIGHEST_PRECEDENCE)',
      'public class CorsInitializer implements WebApplicationInitializer {',
      '',
      '    @Override',
      '    public void onStartup(ServletContext context) {',
      ...corsConfiguration(policy, env).map((line) => `        ${line}`),
      '',
      '        // Before every other filter, including authentication.',
      '        FilterRegistration.Dynamic filter = context.addFilter("cors", new CorsFilter(source));',
      '        filter.setAsyncSupported(true);',
      '        filter.addMappingForUrlPatterns(null, false, "/*");',
      '    }',
      '}',
      '',
    ].join('\n'),
    where: text`${code('CorsInitializer.java')}, beside the application's ${code('WebApplicationInitializer')}; the container finds it, with a ${code('web.xml')} too. Spring Boot: ${code('--for spring-boot')}.`,
    removeFirst: [
      text`${code('@CrossOrigin')}, ${code('addCorsMappings')}, ${code('<mvc:cors>')} and filters that set ${code('Access-Control-*')}.`,
      text`${code('Access-Control-*')} headers of a proxy in front.`,
    ],
    notes: [
      ...springNotes(policy),
      text`Spring 5 and older: ${code('javax.servlet')}.`,
      ...(policy.origins === '*'
        ? []
        : [text`Before Spring 5.2, a filter must add ${code('Vary: Origin')}.`]),
    ],
  }),
})
