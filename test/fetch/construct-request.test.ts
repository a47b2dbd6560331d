import { describe, expect, it } from 'vitest'
import {
  constructRequest,
  type RequestInit,
  type TypeErrorReason,
} from '../../src/fetch/construct-request.ts'
import { standard } from '../../src/fetch/implementation.ts'
import { API, headers, PAGE } from './records.ts'

const construct = (init: Partial<RequestInit> = {}) =>
  constructRequest({ url: API, origin: PAGE, ...init }, standard)
function request(init: Partial<RequestInit> = {}) {
  const made = construct(init)
  if ('typeError' in made) throw new Error(made.typeError)
  return made.request
}

describe('constructRequest', () => {
  it('makes a GET in mode "cors" with credentials for the own origin where nothing is said', () =>
    expect(request()).toEqual({
      method: 'GET',
      urlList: [API],
      origin: PAGE,
      mode: 'cors',
      credentialsMode: 'same-origin',
      redirectMode: 'follow',
      useCorsPreflightFlag: false,
      bodySourceIsNull: false,
      headerList: [],
    }))

  it('takes what is said', () =>
    expect(
      request({ mode: 'same-origin', credentials: 'include', redirect: 'error', headers: headers('X-A: 1') }),
    ).toMatchObject({
      mode: 'same-origin',
      credentialsMode: 'include',
      redirectMode: 'error',
      headerList: headers('X-A: 1'),
    }))

  it.each([
    ['put', 'PUT'],
    ['Delete', 'DELETE'],
    ['patch', 'patch'],
  ])('normalizes the method %s to %s', (method, normalized) =>
    expect(request({ method }).method).toBe(normalized),
  )

  it.each<[Partial<RequestInit>, TypeErrorReason]>([
    [{ url: 'https://user:pw@api.example/' }, 'URL includes credentials'],
    [{ method: 'TRACE' }, 'method is forbidden'],
    [{ method: 'connect' }, 'method is forbidden'],
    [{ method: 'GET PUT' }, 'method is not a token'],
    [{ method: '' }, 'method is not a token'],
    [{ method: 'PUT', mode: 'no-cors' }, 'method is not CORS-safelisted in mode no-cors'],
    [{ headers: [{ name: 'X A', value: '1' }] }, 'header name is not a token'],
    [{ headers: [{ name: '', value: '1' }] }, 'header name is not a token'],
  ])('throws a TypeError for %j: %s', (init, typeError) => expect(construct(init)).toEqual({ typeError }))

  it('lets mode "no-cors" have a safelisted method in any case', () =>
    expect(request({ method: 'post', mode: 'no-cors' }).method).toBe('POST'))

  it('drops forbidden headers without a word', () =>
    expect(
      request({
        headers: headers('Cookie: a', 'X-A: 1', 'Origin: x', 'Sec-X: 1', 'X-HTTP-Method-Override: TRACE'),
      }).headerList,
    ).toEqual(headers('X-A: 1')))

  it('in mode "no-cors" keeps only no-CORS-safelisted request-headers', () =>
    expect(
      request({
        mode: 'no-cors',
        headers: headers('Accept: */*', 'X-A: 1', 'Range: bytes=0-1', 'Content-Type: application/json'),
      }).headerList,
    ).toEqual(headers('Accept: */*')))

  it('adds the Content-Type of the body unless the caller set one', () => {
    const body = { method: 'POST', bodyContentType: 'text/plain;charset=UTF-8' }
    expect(request(body).headerList).toEqual(headers('Content-Type: text/plain;charset=UTF-8'))
    expect(request({ ...body, headers: headers('content-type: application/json') }).headerList).toEqual(
      headers('content-type: application/json'),
    )
    expect(request({ ...body, bodyContentType: null }).headerList).toEqual([])
  })

  it('in mode "no-cors" adds the Content-Type of a body only where it is safelisted', () => {
    const body = { method: 'POST', mode: 'no-cors' as const }
    expect(request({ ...body, bodyContentType: 'text/plain' }).headerList).toEqual(
      headers('Content-Type: text/plain'),
    )
    expect(request({ ...body, bodyContentType: 'application/json' }).headerList).toEqual([])
  })
})
