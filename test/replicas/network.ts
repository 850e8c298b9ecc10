import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a replica can be cut off from. */
export type Link = 'database' | 'others' | 'balancer'
export const LINKS: readonly Link[] = ['database', 'others', 'balancer']

/** Where one machine of the network runs its processes. */
export interface Machine {
  /** Words before a command that is to run there. */
  readonly inside: readonly string[]
  /** Its address for a link. */
  address(link: Link): string
  cut(link: Link): void
  heal(): void
}

/** A network of its own in namespaces: a hub with the database and the balancer, and a machine for each replica. */
export interface Network {
  readonly hub: { readonly inside: readonly string[]; readonly address: string }
  readonly machines: readonly Machine[]
  /** Starts nginx in the hub; the address for clients. */
  balance(port: number): Promise<string>
  /** Ends nginx and removes the namespaces. */
  end(): void
}

const NGINX = [process.env['NGINX'], '/usr/sbin/nginx', '/usr/local/sbin/nginx'].find((path) => path !== undefined && existsSync(path))

/** Why networks cannot be made here, in one line. */
export function noNetwork(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'Networks are not cut: that needs Linux and root.'
  if (NGINX === undefined) return 'Networks are not cut: nginx is not installed (apt-get install nginx-light, or NGINX=/path/to/nginx).'
  const probe = `ks${process.pid}x`
  const made = spawnSync('ip', ['netns', 'add', probe])
  if (made.status !== 0) return 'Networks are not cut: `ip netns add` is not allowed here.'
  spawnSync('ip', ['netns', 'delete', probe])
  return undefined
}

const PART: Readonly<Record<Link, number>> = { database: 1, others: 2, balancer: 3 }

/** @param names of the machines, one letter each */
export function createNetwork(names: readonly string[]): Network {
  const id = `ks${process.pid}`
  // One of 50 ranges, so that two runs on one machine rarely meet.
  const range = `10.${200 + (process.pid % 50)}`
  const hub = `${id}h`
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-network-'))
  const made: string[] = []
  let nginx: ChildProcess | undefined
  const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const space = (name: string) => {
    ip('netns', 'add', name)
    made.push(name)
    ip('-n', name, 'link', 'set', 'lo', 'up')
  }
  const end = () => {
    nginx?.kill('SIGKILL')
    // Links go with the namespace at one of their ends.
    for (const name of made) spawnSync('ip', ['netns', 'delete', name])
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    space(hub)
    for (const link of LINKS) {
      ip('-n', hub, 'link', 'add', `br${PART[link]}`, 'type', 'bridge')
      ip('-n', hub, 'addr', 'add', `${range}.${PART[link]}.1/24`, 'dev', `br${PART[link]}`)
      ip('-n', hub, 'link', 'set', `br${PART[link]}`, 'up')
    }
    ip('link', 'add', `${id}o`, 'type', 'veth', 'peer', 'name', 'out', 'netns', hub)
    ip('-n', hub, 'addr', 'add', `${range}.4.1/24`, 'dev', 'out')
    ip('-n', hub, 'link', 'set', 'out', 'up')
    ip('addr', 'add', `${range}.4.2/24`, 'dev', `${id}o`)
    ip('link', 'set', `${id}o`, 'up')
    ip('route', 'add', `${range}.1.1/32`, 'via', `${range}.4.1`)
    const machines = names.map((name, n): Machine => {
      const own = `${id}${name}`
      space(own)
      const address = (link: Link) => `${range}.${PART[link]}.${11 + n}`
      for (const link of LINKS) {
        const [inner, outer] = [`to${PART[link]}`, `${name}${PART[link]}`]
        ip('-n', hub, 'link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', own)
        ip('-n', hub, 'link', 'set', outer, 'master', `br${PART[link]}`, 'up')
        ip('-n', own, 'addr', 'add', `${address(link)}/24`, 'dev', inner)
        ip('-n', own, 'link', 'set', inner, 'up')
      }
      return {
        inside: ['ip', 'netns', 'exec', own],
        address,
        // At the far end: for the replica, what it sends is lost.
        cut: (link) => void ip('-n', hub, 'link', 'set', `${name}${PART[link]}`, 'down'),
        heal: () => {
          for (const link of LINKS) ip('-n', hub, 'link', 'set', `${name}${PART[link]}`, 'up')
        },
      }
    })
    return {
      hub: { inside: ['ip', 'netns', 'exec', hub], address: `${range}.1.1` },
      machines,
      async balance(port) {
        const servers = machines.map(({ address }) => `server ${address('balancer')}:${port} max_fails=1 fail_timeout=2s;`).join(' ')
        writeFileSync(join(folder, 'nginx.conf'), nginxFor(folder, `${range}.4.1:8080`, servers))
        nginx = spawn('ip', ['netns', 'exec', hub, NGINX as string, '-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
        return `http://${range}.4.1:8080`
      },
      end,
    }
  } catch (error) {
    end()
    throw error
  }
}

/** What the documentation recommends, in the foreground and in a folder of its own. */
const nginxFor = (folder: string, listen: string, servers: string) => `
daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  upstream sandbox { ${servers} keepalive 64; }
  server {
    listen ${listen};
    merge_slashes off; underscores_in_headers on; ignore_invalid_headers off;
    location / {
      proxy_pass http://sandbox;
      proxy_set_header Host $http_host;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_next_upstream error timeout http_503;
      proxy_connect_timeout 500ms;
      proxy_read_timeout 3s;
    }
  }
}
`
