import { expect, it } from 'vitest'
import { COMMANDS } from './places/commands.ts'
import { hasPartOfSecret } from './places/secret.ts'
import { SESSIONS } from './places/sessions.ts'

it.each(Object.entries({ ...COMMANDS, ...SESSIONS }))('%s prints no part of a secret', async (_, printed) => {
  const text = await printed()
  // It got as far as the secret.
  expect(text).toContain('•••')
  expect(text.split('\n').filter(hasPartOfSecret)).toEqual([])
})
