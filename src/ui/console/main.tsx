import { render } from 'preact'
import { startFollowing } from './live.ts'
import { App } from './shell/app.tsx'
import { startShortcuts } from './shortcuts.ts'
import { startView } from './view.ts'

startView()
startShortcuts()
startFollowing()
render(<App />, document.body)
