/** Whose rules: the standard's own, or an engine's. */
export type EngineId = 'spec' | 'chromium' | 'firefox' | 'webkit'
