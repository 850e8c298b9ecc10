/** A moment as calls towards sellers write it: `20231027103015123`, `yyyyMMddHHmmssSSS` in UTC. */
export const compactTime = (at: number): string => new Date(at).toISOString().replace(/\D/g, '')

/** A moment as online licences write it: `2023-10-27 10:30:15 z`, in UTC. */
export const spacedTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} z`
