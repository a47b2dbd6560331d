declare const __WHYCORS_VERSION__: string | undefined

/** The version in package.json, inserted by the build; "dev" when run from the sources. */
export const version: string = typeof __WHYCORS_VERSION__ === 'string' ? __WHYCORS_VERSION__ : 'dev'
