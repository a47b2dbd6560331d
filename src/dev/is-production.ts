/** Reports whether this process runs in production, where nothing is observed. */
export const isProduction = (): boolean => process.env['NODE_ENV'] === 'production'
