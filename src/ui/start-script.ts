/** What the reference page runs: Swagger UI over the specs of this sandbox, called as a role of its world. */
export function startScript(services: readonly string[]): string {
  const urls = JSON.stringify(services.map((name) => ({ name, url: `/_sandbox/specs/${name}` })))
  return `// A sandbox with a control token gives specs and keys to whoever shows it: taken from #token=…, kept while the tab is open.
const given = new URLSearchParams(location.hash.slice(1)).get('token')
if (given) {
  sessionStorage.setItem('koosandbox-token', given)
  history.replaceState(null, '', location.pathname)
}
const control = () => sessionStorage.getItem('koosandbox-token')
const shown = () => (control() ? { 'X-Sandbox-Token': control() } : {})
const tokens = {}
const role = document.getElementById('role')
fetch('/_sandbox/credentials', { headers: shown() }).then((answer) => {
  if (answer.status === 401) askForToken()
  return answer.ok ? answer.json() : {}
}).then((printed) => {
  for (const name of ['buyer', 'partner', 'seller']) {
    if (!printed[name]) continue
    tokens[name] = printed[name].token
    role.add(new Option(name + ' · ' + printed[name].domain_name, name, name === 'buyer', name === 'buyer'))
  }
})
window.ui = SwaggerUIBundle({
  urls: ${urls},
  dom_id: '#reference',
  validatorUrl: null,
  showExtensions: true,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  requestInterceptor: (request) => {
    const here = new URL(request.url, location.href)
    request.url = location.origin + here.pathname + here.search
    if (here.pathname.startsWith('/_sandbox')) Object.assign(request.headers, shown())
    else if (tokens[role.value]) request.headers['X-Auth-Token'] = tokens[role.value]
    return request
  },
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
})
function askForToken() {
  const field = document.getElementById('token')
  document.getElementById('guarded').hidden = false
  field.addEventListener('change', () => {
    sessionStorage.setItem('koosandbox-token', field.value.trim())
    location.reload()
  })
}
`
}
