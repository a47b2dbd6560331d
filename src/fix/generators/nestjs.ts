import { code, text } from '../../text/text.ts'
import { corsOptions, originOption } from './cors-options.ts'
import { defineGenerator } from './generator.ts'
import { PASSED_ON } from './passed-on.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'
import { restToOthers } from './rest-to-others.ts'

/** NestJS, which hands its options to `cors` of Express or to `@fastify/cors`; both read them alike. */
export default defineGenerator({
  id: 'nestjs',
  title: 'NestJS',
  language: 'typescript',
  docs: 'https://docs.nestjs.com/security/cors',
  syntax: javascript,
  kind: 'app',
  proof: runOn('NestJS 12.5.1'),
  write: (policy) => ({
    code: [
      '// Before middleware; guards and interceptors come later anyway.',
      'app.enableCors({',
      originOption(policy, '  '),
      ...corsOptions('cors', policy, '  '),
      '})',
      '',
    ].join('\n'),
    where: text`${code('main.ts')}, directly after ${code('const app = await NestFactory.create(AppModule)')}, before every ${code('app.use')}.`,
    removeFirst: [
      text`${code('cors')} in the options of ${code('NestFactory.create')}, other calls of ${code('enableCors')}, and ${code("@Header('Access-Control-…')")} on controllers.`,
      PASSED_ON,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`With ${code('FastifyAdapter')} the call is the same.`,
      text`WebSocket gateways have a list of their own: ${code('@WebSocketGateway({ cors: … })')}.`,
      text`Every ${code('OPTIONS')} request is answered there; handlers for it are no longer reached.`,
      ...restToOthers(policy),
    ],
  }),
})
