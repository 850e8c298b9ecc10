import type { ServerContext } from '../http/server-context.ts'
import type { World } from '../world/world-api.ts'
import type { Controls } from './control-behaviour.ts'

/** Settings: your choices where the sources disagree or are silent. */
export const settings: Pick<Controls, 'ListSettings' | 'ChangeSettings'> = {
  ListSettings: ({ server, world }) => settingsOf(server, world),

  ChangeSettings({ input, server, world }) {
    world.transaction(() => {
      for (const [name, value] of Object.entries(input.body)) {
        world.setByName(name, value)
        world.emit({ type: 'setting.changed', name })
      }
    })
    return settingsOf(server, world)
  },
}

function settingsOf(server: ServerContext, world: World) {
  const all = world.settings().map((setting) => {
    const evidence = setting['x-evidence']
    const place = server.specs.bundle.places[setting.name]
    return {
      name: setting.name,
      value: setting.value,
      default: setting.default,
      ...(setting.values ? { values: [...setting.values] } : {}),
      about: setting.about,
      source: [...(setting['x-source'] ?? [])],
      ...(evidence === undefined ? {} : { evidence }),
      ...(place === undefined ? {} : { place }),
    }
  })
  return { world: world.name, count: all.length, settings: all }
}
