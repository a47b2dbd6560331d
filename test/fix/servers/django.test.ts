import { describe, expect, test } from 'vitest'
import django from '../../../src/fix/generators/django.ts'
import { APP, policies } from '../policies.ts'
import { ask } from './battery/ask.ts'
import { battery } from './battery/battery.ts'
import { serving } from './battery/serving.ts'
import { codeOf } from './start/code-of.ts'
import { runsOn } from './start/runs-on.ts'
import { djangoHere, SETTINGS, startDjango } from './start/start-django.ts'

describe('Django with django-cors-headers', () => {
  battery((policy) => startDjango(`${SETTINGS}\n${codeOf(django, policy)}`))
  describe('pasted into a project that has the package already', () => {
    const server = serving((policy) => {
      const there = SETTINGS.replace('INSTALLED_APPS = []', 'INSTALLED_APPS = ["corsheaders"]').replace(
        'MIDDLEWARE = [',
        'MIDDLEWARE = [\n    "corsheaders.middleware.CorsMiddleware",',
      )
      return startDjango(
        `${there}\n${codeOf(django, policy)}\nassert INSTALLED_APPS.count("corsheaders") == 1\nassert len([name for name in MIDDLEWARE if "cors" in name]) == 1\n`,
      )
    }, policies.credentials)

    test('it is there once', async () => {
      const { outcome } = await ask(server.port, {
        origin: APP,
        method: 'PUT',
        path: '/items',
        credentials: true,
      })
      expect(outcome).toBe('shared')
    })
  })

  runsOn('django', djangoHere, { exactly: false })
})
