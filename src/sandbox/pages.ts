import type { Pages } from '../http/pages-api.ts'
import type { Specs } from '../spec/catalogue.ts'
import { createConsole } from '../ui/console.ts'
import { createDocs } from '../ui/docs.ts'
import { createLoginPage } from '../ui/login.ts'
import type { Worlds } from '../world/worlds-api.ts'
import { peopleOf } from './login-people.ts'

/** The pages of a sandbox: API reference, login, console. */
export function createPages(specs: Specs, worlds: Worlds): Pages {
  const docs = createDocs(Object.keys(specs.bundle.services))
  const console = createConsole()
  const login = createLoginPage((query) => peopleOf(worlds.get(query.get('sandbox_world') ?? 'default')))
  return (path, query, language) => docs(path, language) ?? login(path, query, language) ?? console(path, language)
}
