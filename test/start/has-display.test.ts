import { expect, test } from 'vitest'
import { hasDisplay } from '../../src/start/has-display.ts'

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: ':0', CI: 'true' }, false],
  ['darwin', {}, true],
  ['darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, false],
  ['win32', {}, true],
] as const)('a window would be seen on %s with %o: %s', (platform, environment, seen) => {
  expect(hasDisplay(platform, environment)).toBe(seen)
})
