/** What the library needs of Node: its HTTP client, and the DNS. */
export { lookUp } from './look-up.ts'
export { sendOverNetwork } from './send-over-network.ts'
