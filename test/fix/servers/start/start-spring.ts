import { readFileSync } from 'node:fs'
import springMvc from '../../../../src/fix/generators/spring-mvc.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

const SPRING = ['aop', 'beans', 'context', 'core', 'expression', 'web', 'webmvc']
const PACKAGES = [
  'libspring-web-java',
  'libspring-web-servlet-java',
  'libtomcat9-java',
  'default-jdk-headless',
]

/** What Debian has of Spring and Tomcat; of the latter every part, as some need others only when they run. */
const CLASS_PATH = [
  '.',
  ...SPRING.map(
    (name) => `/usr/share/maven-repo/org/springframework/spring-${name}/debian/spring-${name}-debian.jar`,
  ),
  ...[
    'annotations-api',
    'api',
    'catalina',
    'coyote',
    'el-api',
    'jaspic-api',
    'jni',
    'juli',
    'servlet-api',
  ].map((name) => `/usr/share/java/tomcat9-${name}.jar`),
  ...['util', 'util-scan'].map((name) => `/usr/share/java/tomcat9-${name}.jar`),
  '/usr/share/java/commons-logging.jar',
].join(':')

/** Returns the versions of Spring and Tomcat here, or fails with how to install them. */
export function springHere(): string {
  installed(['javac', '-version'], PACKAGES)
  const version = (name: string): string =>
    installed(['dpkg-query', '--show', '--showformat', '$'.concat('{Version}'), name], PACKAGES).replace(
      /-[^-]*$/,
      '',
    )
  return `Spring MVC ${version('libspring-web-java')}, Tomcat ${version('libtomcat9-java')}`
}

const FIRST_FILTER = /^ *FilterRegistration\.Dynamic /m
const VARY =
  'context.addFilter("vary", new App.VaryByOrigin()).addMappingForUrlPatterns(null, false, "/*");\n'

/**
 * Starts an app in Tomcat with the initializer of a snippet, and with what the snippet's notes say of a Spring as old
 * as Debian's: the imports, and the filter for `Vary` in front.
 */
export async function startSpring(policy: CorsPolicy): Promise<Running> {
  const initializer = codeOf(springMvc, policy).replaceAll('jakarta.servlet', 'javax.servlet')
  return await startSpringWith(
    policy.origins === '*' ? initializer : initializer.replace(FIRST_FILTER, `${VARY}$&`),
  )
}

/** Starts an app in Tomcat with a class `CorsInitializer`. */
export async function startSpringWith(initializer: string): Promise<Running> {
  springHere()
  return await start({
    files: () => ({ 'CorsInitializer.java': initializer, 'App.java': APP }),
    command: () => [
      '/bin/sh',
      '-c',
      `javac -nowarn -J-XX:TieredStopAtLevel=1 -cp ${CLASS_PATH} *.java && ` +
        `exec java -XX:TieredStopAtLevel=1 -Xmx256m -cp ${CLASS_PATH} App`,
    ],
  })
}

const APP = readFileSync(new URL('./spring-app.java', import.meta.url), 'utf8')
