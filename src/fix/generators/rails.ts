import { code, text } from '../../text/text.ts'
import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { lowerCaseMethod } from './lower-case-method.ts'
import { MAX_AGE_OF_BROWSERS } from './max-age-of-browsers.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { ruby } from './quote/ruby.ts'

const LAYOUT = { indent: '      ', step: '  ' }

/** rack-cors uses lowercase symbols for the usual methods, and compares all methods that way. */
const methodList = (methods: readonly string[]): string =>
  methods.every((name) => /^[A-Z]+$/.test(name))
    ? `%i[${methods.join(' ').toLowerCase()}]`
    : array(
        ruby,
        methods.map((name) => name.toLowerCase()),
        LAYOUT,
      )

/** Rails with rack-cors, as the first middleware; otherwise, Rails's 404 and 500 responses lack the headers. */
export default defineGenerator({
  id: 'rails',
  title: 'Rails with rack-cors',
  language: 'ruby',
  docs: 'https://github.com/cyu/rack-cors#readme',
  syntax: ruby,
  kind: 'app',
  find: grepFor('cors|access-control-', 'app config config.ru'),
  proof: runOn('Rails 6.1.7.10, rack-cors 1.1.1'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: ({ origins, methods, headers, exposed, credentials, maxAge }, { env }) =>
    lowerCaseMethod(methods, 'rack-cors') ?? {
      code: [
        '# First: before authentication, and around the layers that create error pages.',
        'Rails.application.config.middleware.insert_before 0, Rack::Cors do',
        '  allow do',
        `    origins ${originList(origins, env).join(',\n            ')}`,
        `    resource ${[
          "'/*'",
          `methods: ${methodList(methods)}`,
          `headers: ${array(ruby, headers, LAYOUT)}`,
          ...(exposed.length === 0 ? [] : [`expose: ${array(ruby, exposed, LAYOUT)}`]),
          ...(credentials ? ['credentials: true'] : []),
          `max_age: ${maxAge ?? MAX_AGE_OF_BROWSERS}`,
        ].join(',\n      ')}`,
        '  end',
        'end',
        '',
      ].join('\n'),
      where: text`All of ${code('config/initializers/cors.rb')}, with ${code('gem "rack-cors"')} in the ${code('Gemfile')}; restart the server.`,
      removeFirst: [
        text`Other ${code('Rack::Cors')} blocks, and ${code('after_action')} and routes for ${code('OPTIONS')} that set ${code('Access-Control-*')}.`,
        text`${code('Access-Control-*')} headers of a proxy in front.`,
      ],
      notes: [
        text`rack-cors also allows ${code('Content-Type')}, and refuses preflights for unlisted methods, ${code('GET')} and ${code('POST')} too.`,
        text`${code('bin/rails middleware')} must show ${code('Rack::Cors')} first.`,
        ...(credentials
          ? [
              text`Session cookies need ${code('same_site: :none, secure: true')} in ${code('session_store')}.`,
            ]
          : []),
      ],
    },
})

/**
 * Returns the origins to compare; from a variable, only those with a scheme, because rack-cors reads other words as
 * patterns.
 */
function originList(origins: CorsPolicy['origins'], env: string | null): readonly string[] {
  if (origins === '*') return [ruby.literal('*')]
  const { exact, patterns } = splitOrigins(origins)
  return [
    ...(env === null
      ? exact.map(ruby.literal)
      : [`*ENV.fetch("${env}", "").split(/[\\s,]+/).grep(%r{\\A[a-z][a-z0-9+.-]*://[^*]+\\z})`]),
    ...(patterns.length === 0 ? [] : [`%r{\\A${patternsSource(patterns)}\\z}`]),
  ]
}
