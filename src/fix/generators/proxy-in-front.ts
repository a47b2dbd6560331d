import { code, type Text, text } from '../../text/text.ts'

/** What to remove if an app sends the headers itself. */
export const PROXY_IN_FRONT: Text = text`${code('Access-Control-*')} headers of a proxy in front.`
