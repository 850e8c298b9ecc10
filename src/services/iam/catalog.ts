import type { World } from '../../world/world-api.ts'

/** Services and their base paths. `{project}` is filled in for project tokens. */
const SERVICES = [
  { name: 'iam', type: 'identity', path: '/v3', regional: false },
  { name: 'bss', type: 'bss', path: '/v2', regional: false },
  { name: 'sts', type: 'sts', path: '/v5', regional: true },
  { name: 'scm', type: 'scm', path: '/v3/scm', regional: true },
  { name: 'workspace', type: 'workspace', path: '/v2/{project}', regional: true },
] as const

/**
 * The catalog of a token. All endpoints have the host that the caller used, so that a client which follows the catalog stays in this
 * sandbox. Services below a project are left out of account tokens. Which services the real catalog lists is not known.
 */
export function catalogFor(world: World, origin: string, project: { readonly id: string; readonly name: string } | undefined) {
  return SERVICES.filter(({ path }) => project !== undefined || !path.includes('{project}')).map(({ name, type, path, regional }) => {
    const region = regional && project ? project.name : '*'
    return {
      id: world.ids.hex('catalog-service', name),
      name,
      type,
      endpoints: [
        {
          id: world.ids.hex('catalog-endpoint', `${name} ${region}`),
          interface: 'public',
          region,
          region_id: region,
          url: `${origin}${path.replace('{project}', project?.id ?? '')}`,
        },
      ],
    }
  })
}
