import { code, type Text, text } from '../../text/text.ts'

/** What to remove if a Node.js app is itself a proxy: the headers that it copies replace those that were set. */
export const PASSED_ON: Text = text`${code('Access-Control-*')} headers that the app passes on from another server: with ${code('http-proxy-middleware')} delete them in ${code('on.proxyRes')}.`
