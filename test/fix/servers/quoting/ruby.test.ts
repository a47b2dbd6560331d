import { expect, test } from 'vitest'
import { ruby } from '../../../../src/fix/generators/quote/ruby.ts'
import rails from '../../../../src/fix/generators/rails.ts'
import { codeOf } from '../start/code-of.ts'
import { installed } from '../start/installed.ts'
import { hostilePolicies } from './hostile-preflights.ts'
import { printableValues } from './printable-values.ts'
import { readBy } from './read-by.ts'

const RUBY = ['ruby', '-r', 'json'] as const

test('Ruby reads a literal back byte for byte', () => {
  installed(['ruby', '--version'], ['ruby'])
  const program = `puts JSON.generate([${printableValues.map(ruby.literal).join(', ')}])`
  expect(JSON.parse(readBy(RUBY, program))).toEqual(printableValues)
})

/** The real rack-cors, given to by a Rails that only hands on what its initializer asks for. */
const GIVEN = `
require 'rack'
require 'rack/cors'

GIVEN = []

module Rails
  def self.application = self
  def self.config = self
  def self.middleware = self

  def self.insert_before(_, middleware, &block)
    resources = middleware.new(nil, &block).send(:all_resources).first
    resource = resources.resources.first
    GIVEN << [
      resources.instance_variable_get(:@origins),
      resource.methods,
      resource.headers,
      resource.expose,
      resource.credentials,
      resource.max_age
    ]
  end
end
`

test('rack-cors is given policies of hostile names byte for byte', () => {
  installed([...RUBY, '-r', 'rack/cors', '-e', '0'], ['ruby-rack-cors'])
  const kept = hostilePolicies.filter(({ methods }) => methods.every((name) => name === name.toUpperCase()))
  expect(kept.length).toBeGreaterThan(10)
  const program = `${GIVEN}\n${kept.map((policy) => codeOf(rails, policy)).join('\n')}\nputs JSON.generate(GIVEN)`
  expect(JSON.parse(readBy(RUBY, program))).toEqual(
    kept.map(({ origins, methods, headers, exposed, credentials, maxAge }) => [
      origins,
      methods.map((name) => name.toLowerCase()),
      headers,
      exposed.length === 0 ? null : exposed,
      credentials,
      maxAge ?? 5,
    ]),
  )
})
