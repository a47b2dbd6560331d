import browser from 'webextension-polyfill'

// The only place that knows of the polyfill: once every supported Chromium has `browser` for DevTools extensions,
// this file is what goes.
export { browser }
