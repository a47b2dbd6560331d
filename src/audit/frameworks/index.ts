import django from './django.ts'
import express from './express.ts'
import fastapi from './fastapi.ts'
import flask from './flask.ts'
import type { Framework } from './framework.ts'
import go from './go.ts'
import goRsCors from './go-rs-cors.ts'
import nginx from './nginx.ts'
import spring from './spring.ts'

/** The kinds of server with known settings. */
export const frameworks: readonly Framework[] = [express, flask, fastapi, django, nginx, goRsCors, go, spring]
