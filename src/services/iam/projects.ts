import { reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/iam.ts'
import type { Account } from '../../world/entities/entities.ts'
import { isRegion, REGIONS } from '../../world/entities/regions.ts'
import type { Behaviour } from '../behaviour.ts'

type Project = Account['projects'][number]

/** Projects of the caller's account. Those of another account are refused (403, inferred). */
export const listProjects: Behaviour<operations['KeystoneListProjects']> = ({ input, caller, origin, fail }) => {
  const { domain_id, name, parent_id, enabled = true, is_domain = false, page, per_page } = input.query
  const { account } = caller
  if (domain_id !== undefined && domain_id !== account.id) return fail('403')
  const found = account.projects
    .map((project) => projectInfo(account, project, origin))
    .filter((project) => name === undefined || project.name === name)
    .filter((project) => parent_id === undefined || project.parent_id === parent_id)
    .filter((project) => project.enabled === enabled && project.is_domain === is_domain)
  const paged = page !== undefined && per_page !== undefined
  const from = paged ? (page - 1) * per_page : 0
  const to = paged ? from + per_page : found.length
  const address = (number: number) => `${origin}/v3/projects?page=${number}&per_page=${per_page}`
  return {
    links: {
      self: paged ? address(page) : `${origin}/v3/projects`,
      previous: paged && page > 1 ? address(page - 1) : null,
      next: paged && to < found.length ? address(page + 1) : null,
    },
    projects: found.slice(from, to),
  }
}

/** Creates a project named after a region, or `<region>_anything`. The SDK cores create the former when it is missing. */
export const createProject: Behaviour<operations['KeystoneCreateProject']> = ({ input, caller, world, origin, fail, refuse }) => {
  const { name, domain_id, parent_id } = input.body.project
  const { account } = caller
  if (domain_id !== undefined && domain_id !== account.id) return fail('403')
  if (account.projects.some((project) => project.name === name)) return fail('409')
  if (!isRegion(regionOf(name)))
    return refuse('malformed', '/body/project/name', `a region such as ${REGIONS[0].id}, alone or with _ and more`, name)
  if (parent_id !== undefined && parent_id !== account.id && !account.projects.some(({ id }) => id === parent_id))
    return refuse('malformed', '/body/project/parent_id', "the caller's account or the project of the region", parent_id)
  const project = { id: world.ids.hex('project'), name }
  const changed = world.accounts.change(account.id, { projects: [...account.projects, project] })
  return reply(201, { project: { ...projectInfo(changed, project, origin), description: input.body.project.description ?? '' } })
}

function regionOf(name: string): string {
  return name.split('_')[0] ?? name
}

function projectInfo(account: Account, { id, name }: Project, origin: string) {
  const region = regionOf(name)
  const parent = region === name ? undefined : account.projects.find((other) => other.name === region)
  return {
    id,
    name,
    domain_id: account.id,
    parent_id: parent?.id ?? account.id,
    is_domain: false,
    enabled: true,
    description: '',
    links: { self: `${origin}/v3/projects/${id}` },
  }
}
