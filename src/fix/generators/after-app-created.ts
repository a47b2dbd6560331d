import type { Edit } from './edit.ts'

/**
 * Returns the change that puts code directly after the statement that creates an app of JavaScript, under whatever name;
 * of several apps, the one that a server is started with.
 */
export const afterAppCreated = (name: string, creator: string, code: string): Edit => ({
  type: 'insert',
  at: 'after',
  find: String.raw`^[ \t]*(?:export\s+)?(?:const|let|var)\s+(?<${name}>\w+)\s*(?::[^=\n]+)?=\s*(?:await\s+)?${creator}`,
  outermost: String.raw`\b<${name}>\.(listen|callback|fetch)\b|\b(createServer|serve)\(.*\b<${name}>\b|\b(default|exports\s*=)\s+<${name}>\b`,
  code,
})
