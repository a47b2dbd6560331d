import { expect, it } from 'vitest'
import { currentUrl } from '../../src/fetch/request.ts'
import { API, CDN, fetchRequest } from './records.ts'

it('the current URL is the last of the URL list', () => {
  expect(currentUrl(fetchRequest())).toBe(API)
  expect(currentUrl(fetchRequest({ urlList: [API, CDN] }))).toBe(CDN)
})
