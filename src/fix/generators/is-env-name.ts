/** Reports whether a word is valid as the name of an environment variable in every shell and language of the snippets. */
export const isEnvName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
