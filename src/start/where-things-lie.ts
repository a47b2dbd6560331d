import { built } from './built.ts'

/** Returns what to do next, with the paths of the build results. */
export const whereThingsLie = (): string => `What next:
  your own recording    npm start -- FILE.har   (DevTools, Network panel, "Export HAR")
  the DevTools panel    chrome://extensions, Developer mode, "Load unpacked": ${built('chrome')}
  the web page          open ${built('web/index.html')} and drop a recording on it`
