/** The origins of pages that aren't loaded over http or https. */
interface AppOrigin {
  readonly scheme: string
  /** The kind of app whose pages have such origins. */
  readonly of: string
  /** What to know before allowing one; may be empty. */
  readonly note: string
  readonly source: string
}

/** Schemes whose pages have origins that servers can name, unlike `file:` and `data:`, whose origin is `null`. */
export const APP_ORIGINS: readonly AppOrigin[] = [
  {
    scheme: 'chrome-extension',
    of: 'a Chrome extension',
    note: 'The id is the same for everyone who installs it from the store, but differs for an unpacked extension. With `host_permissions` for the API, the extension needs no CORS at all.',
    source: 'https://developer.chrome.com/docs/extensions/develop/concepts/network-requests',
  },
  {
    scheme: 'moz-extension',
    of: 'a Firefox extension',
    note: 'The id differs in every installation, so no list can include other users: give the extension `host_permissions` for the API instead.',
    source: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Content_scripts',
  },
  {
    scheme: 'safari-web-extension',
    of: 'a Safari extension',
    note: 'The id differs in every installation: give the extension permission for the API instead.',
    source: 'https://developer.apple.com/documentation/safariservices/safari-web-extensions',
  },
  {
    scheme: 'capacitor',
    of: 'a Capacitor app on iOS',
    note: "Every Capacitor app with the default host has this origin, and Android apps have `https://localhost`: it doesn't identify your app.",
    source: 'https://capacitorjs.com/docs/config',
  },
  {
    scheme: 'ionic',
    of: 'an Ionic app',
    note: "Every Ionic app with the default host has this origin: it doesn't identify your app.",
    source: 'https://ionicframework.com/docs/troubleshooting/cors',
  },
  {
    scheme: 'tauri',
    of: 'a Tauri app',
    note: 'Every Tauri app on macOS and Linux has `tauri://localhost`; on Windows it is `http://tauri.localhost`.',
    source: 'https://v2.tauri.app/reference/config/',
  },
  {
    scheme: 'app',
    of: 'a desktop app (Electron, Obsidian)',
    note: "Other apps may use the same scheme and host: it doesn't identify your app.",
    source: 'https://www.electronjs.org/docs/latest/api/protocol',
  },
  {
    scheme: 'vscode-webview',
    of: 'a webview of Visual Studio Code',
    note: 'The host differs for every webview, so no list can include it: have the extension send the request and pass on the result.',
    source: 'https://code.visualstudio.com/api/extension-guides/webview',
  },
]

/** Returns what is known about an origin by its scheme, or null for http, https and unknown schemes. */
export const appOriginOf = (origin: string): AppOrigin | null =>
  APP_ORIGINS.find(({ scheme }) => origin.startsWith(`${scheme}://`)) ?? null
