import type { World } from '../../world/world-api.ts'

/** Services and the path below which each lives; `{project}` is filled in for tokens of a project. */
const SERVICES = [
  { name: 'iam', type: 'identity', path: '/v3', regional: false },
  { name: 'bss', type: 'bss', path: '/v2', regional: false },
  { name: 'sts', type: 'sts', path: '/v5', regional: true },
  { name: 'scm', type: 'scm', path: '/v3/scm', regional: true },
  { name: 'workspace', type: 'workspace', path: '/v2/{project}', regional: true },
] as const

/**
 * The catalog of a token. Every endpoint is this sandbox, as the caller reached it: a client that follows the catalog stays
 * here. Services that live in a project are left out of account tokens. Which services the real catalog lists is not told here.
 */
export function catalogFor(world: World, host: string, project: { readonly id: string; readonly name: string } | undefined) {
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
          url: `http://${host}${path.replace('{project}', project?.id ?? '')}`,
        },
      ],
    }
  })
}
