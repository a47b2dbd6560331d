import { test as base, expect as baseExpect } from '@playwright/test'
import { corsFixtures, corsMatchers } from 'whycors/playwright'

export const test = base.extend(corsFixtures)
export const expect = baseExpect.extend(corsMatchers)
