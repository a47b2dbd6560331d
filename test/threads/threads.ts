import { ofLoginsAndPages } from './of-logins-and-pages.ts'
import { ofPlatforms } from './of-platforms.ts'
import { ofServers } from './of-servers.ts'
import { ofWebServers } from './of-web-servers.ts'
import type { Thread } from './thread.ts'

/** Every report. */
export const THREADS: readonly Thread[] = [...ofServers, ...ofWebServers, ...ofPlatforms, ...ofLoginsAndPages]
