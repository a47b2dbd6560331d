import { code, text } from '../../text/text.ts'
import { corsOptions, listInEnv, originOption } from './cors-options.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { PASSED_ON } from './passed-on.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/** NestJS, which passes its options to Express's `cors` or to `@fastify/cors`; both interpret them in the same way. */
export default defineGenerator({
  id: 'nestjs',
  title: 'NestJS',
  language: 'typescript',
  docs: 'https://docs.nestjs.com/security/cors',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('NestJS 12.5.1'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      ...listInEnv(surroundings),
      '// Before middleware; guards and interceptors come later anyway.',
      'app.enableCors({',
      originOption(policy, surroundings, '  '),
      ...corsOptions('cors', policy, '  '),
      '})',
      '',
    ].join('\n'),
    where: text`${code('main.ts')}, directly after ${code('const app = await NestFactory.create(AppModule)')}, before every ${code('app.use')}. The same with ${code('FastifyAdapter')}.`,
    removeFirst: [
      text`${code('cors')} in the options of ${code('NestFactory.create')}, other ${code('enableCors')} calls and ${code("@Header('Access-Control-…')")} on controllers.`,
      PASSED_ON,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`Handlers for ${code('OPTIONS')} no longer run.`,
      text`WebSocket gateways have their own list: ${code('@WebSocketGateway({ cors: … })')}.`,
    ],
  }),
})
