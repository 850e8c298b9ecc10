import type { DeploymentRecord, DeployRecord } from './records.ts'

/** Which versions of which applications are in an environment now. The newest record about each instance of an application counts. */
export function deployedIn(environment: string, records: readonly DeployRecord[]): ReadonlyMap<string, readonly string[]> {
  const last = new Map<string, DeploymentRecord>()
  const there = records.filter((record) => record.kind === 'deployment' && record.environment.name === environment)
  for (const record of (there as DeploymentRecord[]).sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))) {
    last.set(JSON.stringify([record.pacticipant.name, record.applicationInstance]), record)
  }
  const deployed = new Map<string, readonly string[]>()
  for (const { pacticipant, version, currentlyDeployed } of last.values()) {
    if (!currentlyDeployed || version === undefined) continue
    const versions = deployed.get(pacticipant.name) ?? []
    if (!versions.includes(version.number)) deployed.set(pacticipant.name, [...versions, version.number])
  }
  return deployed
}
