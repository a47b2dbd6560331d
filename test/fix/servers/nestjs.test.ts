import { describe } from 'vitest'
import nestjs from '../../../src/fix/generators/nestjs.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { start } from './start/start.ts'

describe('NestJS', () => {
  battery((policy) =>
    start({
      files: () => ({ 'main.mjs': main(codeOf(nestjs, policy)) }),
      command: () => [process.execPath, 'main.mjs'],
    }),
  )
  runsOn('nestjs', () => `NestJS ${versionOfPackage('@nestjs/core')}`, { exactly: true })
})

/** Decorators are functions; here they are called as what TypeScript compiles calls them. */
const main = (snippet: string): string => `
import 'reflect-metadata'
import { BadGatewayException, Controller, Delete, Get, MethodNotAllowedException, Module, Post, Put } from '@nestjs/common'
import { UnauthorizedException, UseGuards } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

class SignedIn {
  canActivate(context) {
    if (context.switchToHttp().getRequest().get('Authorization') !== undefined) return true
    throw new UnauthorizedException()
  }
}

class Items {
  list() {
    return []
  }
  put() {
    return []
  }
  remove() {
    return []
  }
  private() {
    return []
  }
  onlyGet() {
    throw new MethodNotAllowedException()
  }
  boom() {
    throw new Error('boom')
  }
  bad() {
    throw new BadGatewayException()
  }
}
const decorate = (name, ...decorators) => {
  for (const decorator of decorators)
    decorator(Items.prototype, name, Object.getOwnPropertyDescriptor(Items.prototype, name))
}
decorate('list', Get('items'))
decorate('put', Put('items'))
decorate('remove', Delete('items'))
decorate('private', Get('private'), UseGuards(SignedIn))
decorate('onlyGet', Post('only-get'))
decorate('boom', Get('boom'))
decorate('bad', Get('bad'))
Controller()(Items)

class AppModule {}
Module({ controllers: [Items] })(AppModule)

const app = await NestFactory.create(AppModule, { logger: false })
${snippet}
app.use((request, response, next) => {
  if (request.path === '/private' && request.get('Authorization') === undefined) response.sendStatus(401)
  else next()
})
await app.listen(Number(process.env.PORT), '127.0.0.1')
`
