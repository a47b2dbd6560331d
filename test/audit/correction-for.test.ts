import { describe, expect, test } from 'vitest'
import { correctionFor } from '../../src/audit/frameworks/correction-for.ts'
import { frameworks } from '../../src/audit/frameworks/index.ts'
import { fingerprints } from '../../src/fix/fingerprints/index.ts'
import type { FrameworkGuess } from '../../src/fix/guess-framework.ts'
import { plain } from '../../src/text/plain.ts'

const guess = (framework: string, confidence: FrameworkGuess['confidence']): FrameworkGuess => ({
  framework,
  title: framework,
  layer: 'app',
  confidence,
  why: [],
  evidence: [],
})

const saidOf = (...guesses: readonly FrameworkGuess[]): string =>
  plain(correctionFor('list-origins', guesses), (value) => value)

describe('the setting that a finding names', () => {
  test('is that of the server that the responses show', () =>
    expect(saidOf(guess('django', 'high'))).toMatch(/^ With django-cors-headers: .*CORS_ALLOWED_ORIGINS/))

  test('is that of both, where one is in front of the other', () =>
    expect(saidOf(guess('express', 'high'), guess('nginx', 'high'))).toMatch(
      /With the cors package of Express: .* With Nginx: /,
    ))

  test('is no more than possible if the server is', () =>
    expect(saidOf(guess('flask', 'low'), guess('django', 'low'))).toMatch(
      /^ If this is Flask-CORS: .* If this is django-cors-headers: /,
    ))

  test.each([
    ['nobody knows the server', []],
    ['it has no setting', [guess('aws-s3', 'high')]],
    ['it may be anything', ['flask', 'django', 'nginx'].map((id) => guess(id, 'low'))],
  ])('is not there if %s', (_, guesses) => expect(saidOf(...guesses)).toBe(''))

  test('a possible one is passed over beside a likely one', () =>
    expect(saidOf(guess('flask', 'low'), guess('fastapi', 'medium'))).not.toContain('Flask'))
})

test('each framework is shown by fingerprints that there are', () => {
  const known = fingerprints.map(({ id }) => id)
  expect(frameworks.flatMap(({ shownBy }) => shownBy).filter((id) => !known.includes(id))).toEqual([])
})
