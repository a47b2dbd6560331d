import { code, text } from '../../text/text.ts'
import { defineGenerator } from './generator.ts'
import { lowerCaseMethod } from './lower-case-method.ts'
import { MAX_AGE_OF_BROWSERS } from './max-age-of-browsers.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { ruby } from './quote/ruby.ts'

const LAYOUT = { indent: '      ', step: '  ' }

/** rack-cors knows the usual methods as symbols in lower case, and compares whatever is given so. */
const methodList = (methods: readonly string[]): string =>
  methods.every((name) => /^[A-Z]+$/.test(name))
    ? `%i[${methods.join(' ').toLowerCase()}]`
    : array(
        ruby,
        methods.map((name) => name.toLowerCase()),
        LAYOUT,
      )

/** Rails with rack-cors, as the first middleware: further in, 404s and 500s of Rails come without the headers. */
export default defineGenerator({
  id: 'rails',
  title: 'Rails with rack-cors',
  language: 'ruby',
  docs: 'https://github.com/cyu/rack-cors#readme',
  syntax: ruby,
  kind: 'app',
  proof: runOn('Rails 6.1.7.10, rack-cors 1.1.1'),
  write: ({ origins, methods, headers, exposed, credentials, maxAge }) =>
    lowerCaseMethod(methods, 'rack-cors') ?? {
      code: [
        '# First: before authentication, and around the layers that make a page of an error.',
        'Rails.application.config.middleware.insert_before 0, Rack::Cors do',
        '  allow do',
        `    origins ${(origins === '*' ? ['*'] : origins).map(ruby.literal).join(',\n            ')}`,
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
        text`Other ${code('Rack::Cors')} blocks, in ${code('config/application.rb')} or ${code('config.ru')}, and ${code('after_action')} or routes for ${code('OPTIONS')} that set ${code('Access-Control-*')} headers.`,
        text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
      ],
      notes: [
        text`rack-cors answers every preflight itself, with 200; where something is not allowed, without any CORS header.`,
        text`It allows ${code('Content-Type')} in addition to the list, and refuses a preflight for a method that is not listed, for ${code('GET')} and ${code('POST')} too.`,
        text`${code('bin/rails middleware')} shows whether ${code('Rack::Cors')} is first; ${code('config.middleware.use')} would put it last, where errors are without the headers.`,
        ...(maxAge === null
          ? [text`5 seconds is what browsers assume without an age; rack-cors would send two hours.`]
          : []),
        ...(credentials
          ? [
              text`The session cookie is sent from another site only with ${code('same_site: :none, secure: true')} in ${code('session_store')}.`,
            ]
          : []),
      ],
    },
})
