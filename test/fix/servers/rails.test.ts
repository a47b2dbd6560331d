import { describe } from 'vitest'
import rails from '../../../src/fix/generators/rails.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { installed } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { start } from './start/start.ts'

const VERSION =
  'require "rails"; require "rack/cors/version"; print "Rails #{Rails.version}, rack-cors #{Rack::Cors::VERSION}"'
const versionHere = (): string => installed(['ruby', '-e', VERSION], ['puma', 'ruby-rack-cors', 'ruby-rails'])

describe('Rails with rack-cors', () => {
  battery((policy) => {
    versionHere()
    return start({
      files: () => ({
        'config.ru': APP,
        'config/initializers/cors.rb': codeOf(rails, policy),
        'config/routes.rb': ROUTES,
        'app/controllers/items_controller.rb': CONTROLLER,
        'log/keep': '',
      }),
      command: ({ port }) => [
        'puma',
        '--bind',
        `tcp://127.0.0.1:${port}`,
        '--environment',
        'production',
        '--threads',
        '1:4',
        'config.ru',
      ],
    })
  })
  runsOn('rails', versionHere, { exactly: false })
})

const APP = `
require 'action_controller/railtie'
require 'rack/cors'

class Authenticate < Struct.new(:app)
  def call(env)
    return [401, {}, []] if env['PATH_INFO'] == '/private' && env['HTTP_AUTHORIZATION'].nil?

    app.call(env)
  end
end

class App < Rails::Application
  config.root = __dir__
  config.api_only = true
  config.eager_load = false
  config.secret_key_base = 'of a test'
  config.logger = Logger.new(nil)
  config.middleware.insert_before 0, Authenticate
end

App.initialize!
run App
`

const ROUTES = `
Rails.application.routes.draw do
  match '/items', to: 'items#index', via: %i[get put delete]
  match '/private', to: 'items#index', via: %i[get put]
  get '/only-get', to: 'items#index'
  match '/only-get', to: ->(_) { [405, { 'Allow' => 'GET' }, []] }, via: :all
  get '/boom', to: 'items#boom'
  get '/bad', to: 'items#bad'
end
`

const CONTROLLER = `
class ItemsController < ActionController::API
  def index
    render json: []
  end

  def boom
    raise 'boom'
  end

  def bad
    head :bad_gateway
  end
end
`
