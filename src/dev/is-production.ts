/** Reports whether this process serves real users, where nothing is observed. */
export const isProduction = (): boolean => process.env['NODE_ENV'] === 'production'
