import { startSpring, startSpringWith } from '../../fix/servers/start/start-spring.ts'
import { audits, type Mistake } from './audits.ts'

const cors =
  (...statements: readonly string[]): Mistake['start'] =>
  () =>
    startSpringWith(`
import java.util.Arrays;

import javax.servlet.FilterRegistration;
import javax.servlet.ServletContext;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.WebApplicationInitializer;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

@Order(Ordered.HIGHEST_PRECEDENCE)
public class CorsInitializer implements WebApplicationInitializer {
    @Override
    public void onStartup(ServletContext context) {
        CorsConfiguration cors = new CorsConfiguration();
        ${statements.join('\n        ')}
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        context.addFilter("vary", new App.VaryByOrigin()).addMappingForUrlPatterns(null, false, "/*");
        context.addFilter("cors", new CorsFilter(source)).addMappingForUrlPatterns(null, false, "/*");
    }
}
`)

const GET = 'cors.setAllowedMethods(Arrays.asList("GET", "PUT"));'
const CREDENTIALS = 'cors.setAllowCredentials(true);'
const APP = 'cors.setAllowedOrigins(Arrays.asList("https://app.example.com"));'

const mistakes: readonly Mistake[] = [
  {
    name: '* with credentials, which old versions send back',
    start: cors('cors.setAllowedOrigins(Arrays.asList("*"));', GET, CREDENTIALS),
    finds: ['reflects-any-origin'],
    severity: 'high',
    setting: 'setAllowedOrigins',
  },
  {
    name: 'null and localhost in the list',
    start: cors(
      'cors.setAllowedOrigins(Arrays.asList("https://app.example.com", "null", "http://localhost:3000"));',
      GET,
      CREDENTIALS,
    ),
    finds: ['null-origin-allowed', 'localhost-trusted'],
    severity: 'high',
    setting: 'setAllowedOrigins',
  },
  {
    name: 'http in the list',
    start: cors(
      'cors.setAllowedOrigins(Arrays.asList("https://app.example.com", "http://app.example.com"));',
      GET,
      CREDENTIALS,
    ),
    finds: ['http-origin-trusted'],
    severity: 'medium',
    setting: 'setAllowedOrigins',
  },
  {
    name: 'every header allowed, with credentials',
    start: cors(APP, GET, CREDENTIALS, 'cors.setAllowedHeaders(Arrays.asList("*"));'),
    finds: ['any-header-with-credentials'],
    severity: 'low',
    setting: 'setAllowedHeaders',
  },
  {
    name: 'an age that no browser keeps',
    start: cors(APP, GET, 'cors.setMaxAge(604800L);'),
    finds: ['max-age-above-limit'],
    severity: 'info',
    setting: '7200',
  },
]

audits('Spring', { mistakes, own: startSpring })
