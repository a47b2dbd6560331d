import type { NoRequest } from '../../internal.ts'

/** Why fetch() makes no request at all. */
export const TYPE_ERRORS: Readonly<Record<NoRequest['typeError'], string>> = {
  'URL includes credentials': "a page can't call a URL with a user name or password in it",
  'method is forbidden': "a page can't use this method",
  'method is not a token': 'the method is no HTTP method',
  'method is not CORS-safelisted in mode no-cors': 'mode no-cors allows only GET, HEAD and POST',
  'header name is not a token': 'a header name has characters that HTTP forbids',
}
