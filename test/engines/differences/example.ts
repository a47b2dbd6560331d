import type { Answer, CaseRequest, EngineCase, Hop } from '../engine-case.ts'

export const page = 'https://app.example.test'
export const api = 'https://api.other.test'
export const cdn = 'https://api.example.test'

const plain: CaseRequest = {
  api: 'fetch',
  method: 'GET',
  headers: [],
  body: null,
  credentials: 'same-origin',
  mode: 'cors',
  redirect: 'follow',
  referrerPolicy: '',
  crossorigin: null,
  uploadListener: false,
}

/** Returns a case of a page that asks so; without anything said it is a plain GET by fetch(). The id is given later. */
export const example = (request: Partial<CaseRequest>, ...hops: readonly Hop[]): EngineCase => ({
  id: '',
  page,
  request: { ...plain, ...request },
  hops,
})

const allowOrigin = ['Access-Control-Allow-Origin', '*'] as const

/** Returns a hop whose server allows everything to everybody but for what is said. */
export const hop = (origin: string, actual: Partial<Answer> = {}, preflight: Partial<Answer> = {}): Hop => ({
  origin,
  actual: { status: 200, headers: [allowOrigin], drop: false, ...actual },
  preflight: {
    status: 204,
    headers: [allowOrigin, ['Access-Control-Allow-Methods', '*'], ['Access-Control-Allow-Headers', '*']],
    drop: false,
    ...preflight,
  },
})

/** Returns an answer that allows everybody and redirects. */
export const redirectTo = (location: string, status: number): Partial<Answer> => ({
  status,
  headers: [allowOrigin, ['Location', location]],
})
