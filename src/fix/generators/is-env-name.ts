/** Reports whether a word is the name of an environment variable in every shell and language that snippets are in. */
export const isEnvName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
