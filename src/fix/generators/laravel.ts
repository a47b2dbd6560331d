import { code, text } from '../../text/text.ts'
import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { lowerCaseMethod } from './lower-case-method.ts'
import { parsedBy } from './proof.ts'
import { array } from './quote/array.ts'
import { php } from './quote/php.ts'

const list = (values: readonly string[]): string => array(php, values, { indent: '    ', step: '    ' })

/** Laravel, whose own middleware reads `config/cors.php`; every key is written, so that no default applies. */
export default defineGenerator({
  id: 'laravel',
  title: 'Laravel',
  language: 'php',
  docs: 'https://laravel.com/docs/routing#cors',
  syntax: php,
  kind: 'app',
  find: "grep -rniE 'cors|access-control-' app bootstrap config routes public",
  proof: parsedBy('PHP 8.2'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: ({ origins, methods, headers, exposed, credentials, maxAge }, { env }) =>
    lowerCaseMethod(methods, 'Laravel') ?? {
      code: [
        '<?php',
        '',
        'return [',
        "    'paths' => ['/*'],",
        `    'allowed_origins' => ${originList(origins, env)},`,
        `    'allowed_origins_patterns' => ${patternList(origins)},`,
        `    'allowed_methods' => ${list(methods)},`,
        `    'allowed_headers' => ${list(headers)},`,
        `    'exposed_headers' => ${list(exposed)},`,
        `    'max_age' => ${maxAge ?? 'null'},`,
        `    'supports_credentials' => ${credentials},`,
        '];',
        '',
      ].join('\n'),
      where: text`All of ${code('config/cors.php')} (from Laravel 11: ${code('php artisan config:publish cors')}), then ${code('php artisan config:cache')} if it's cached.`,
      removeFirst: [
        text`Your own middleware that sets ${code('Access-Control-*')}, and fruitcake/laravel-cors.`,
        text`${code('Access-Control-*')} of the web server (${code('.htaccess')}, ${code('add_header')}) or of a proxy.`,
      ],
      notes: [
        text`A path outside ${code('paths')} has no headers.`,
        text`Keep ${code('HandleCors')} before authentication.`,
        ...(origins !== '*' && origins.length === 1 && env === null
          ? [
              text`Laravel sends a single origin to everyone, so the last check shows it too; browsers refuse it for others.`,
            ]
          : []),
        ...(credentials
          ? [
              text`With Sanctum, add the page's host to ${code('SANCTUM_STATEFUL_DOMAINS')}; without a CSRF token it's 419.`,
            ]
          : []),
      ],
    },
})

/** Returns the exact origins; from a variable without `*`, which Laravel would read as a pattern. */
function originList(origins: CorsPolicy['origins'], env: string | null): string {
  if (origins === '*') return list(['*'])
  return env === null
    ? list(splitOrigins(origins).exact)
    : `array_values(preg_grep('/^[^*]+$/', preg_split('/[\\s,]+/', env('${env}', ''))))`
}

function patternList(origins: CorsPolicy['origins']): string {
  const { patterns } = splitOrigins(origins)
  return patterns.length === 0 ? '[]' : `['~^${patternsSource(patterns)}$~D']`
}
