/** Reports whether a window would be visible to the user. */
export function hasDisplay(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (environment['CI']) return false
  // A remote user doesn't see this machine's screen.
  if (platform === 'darwin' || platform === 'win32') return !environment['SSH_CONNECTION']
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}
