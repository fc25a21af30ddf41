// `npm start`: from a fresh clone to the app in one command. Nothing of node_modules may be imported before it is there.
import { install } from './install.mjs'
import { step } from './step.mjs'

install()
step('Building', 'node_modules/.bin/vite', ['build', '--logLevel', 'warn'])
const { serveOnFreePort } = await import('./serve.mjs')
const { url } = await serveOnFreePort({
  root: 'dist',
  port: Number(process.env.PORT ?? 4173),
  host: process.env.HOST ?? 'localhost',
})
console.log(`\nSatchel is at ${url}  (stop it with Ctrl+C)`)
