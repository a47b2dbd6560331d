/** Returns whether a window would be seen by anybody. */
export function hasDisplay(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (environment['CI']) return false
  // Somebody logged in from afar has no screen of this machine before them.
  if (platform === 'darwin' || platform === 'win32') return !environment['SSH_CONNECTION']
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}
