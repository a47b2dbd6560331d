import { code, text } from '../../text/text.ts'
import { defineGenerator } from './generator.ts'
import { lowerCaseMethod } from './lower-case-method.ts'
import { parsedBy } from './proof.ts'
import { array } from './quote/array.ts'
import { php } from './quote/php.ts'

const list = (values: readonly string[]): string => array(php, values, { indent: '    ', step: '    ' })

/** Laravel, whose own middleware reads `config/cors.php`; every key of it is written, so that no default stays. */
export default defineGenerator({
  id: 'laravel',
  title: 'Laravel',
  language: 'php',
  docs: 'https://laravel.com/docs/routing#cors',
  syntax: php,
  kind: 'app',
  proof: parsedBy('PHP 8.2'),
  write: ({ origins, methods, headers, exposed, credentials, maxAge }) =>
    lowerCaseMethod(methods, 'Laravel') ?? {
      code: [
        '<?php',
        '',
        'return [',
        "    'paths' => ['/*'],",
        `    'allowed_origins' => ${list(origins === '*' ? ['*'] : origins)},`,
        "    'allowed_origins_patterns' => [],",
        `    'allowed_methods' => ${list(methods)},`,
        `    'allowed_headers' => ${list(headers)},`,
        `    'exposed_headers' => ${list(exposed)},`,
        `    'max_age' => ${maxAge ?? 'null'},`,
        `    'supports_credentials' => ${credentials},`,
        '];',
        '',
      ].join('\n'),
      where: text`All of ${code('config/cors.php')}; from Laravel 11 on ${code('php artisan config:publish cors')} makes that file. Then ${code('php artisan config:cache')}, where the configuration is cached.`,
      removeFirst: [
        text`Middleware of your own that sets ${code('Access-Control-*')} headers, and fruitcake/laravel-cors, which Laravel needs no more since 9.2.`,
        text`${code('Access-Control-*')} headers of the web server (${code('.htaccess')}, ${code('add_header')}) or of a proxy; one of them must do it.`,
      ],
      notes: [
        text`${code('paths')} covers everything here. If you narrow it, to ${code('api/*')} say, a path that it leaves out has no CORS headers at all; routes of ${code('routes/web.php')} are not below ${code('api/')}.`,
        text`${code('HandleCors')} is part of the global middleware; keep it before authentication there, as it comes.`,
        ...(origins !== '*' && origins.length === 1
          ? [
              text`Laravel sends a single origin to everybody, so the last check shows it too. Browsers refuse it to pages of other origins, because it is not theirs.`,
            ]
          : []),
        ...(credentials
          ? [
              text`With Sanctum's cookies also list the page's host in ${code('SANCTUM_STATEFUL_DOMAINS')}; routes with a CSRF check answer 419 without its token.`,
            ]
          : []),
      ],
    },
})
