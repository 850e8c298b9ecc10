/** The script of the reference page: Swagger UI with the specs of this sandbox; requests are sent as a role of its world. */
export function startScript(services: readonly string[]): string {
  const urls = JSON.stringify(services.map((name) => ({ name, url: `/_sandbox/specs/${name}` })))
  return `// A sandbox with a control token returns specs and keys only with that token. It is read from #token=… and kept for the browser tab.
const given = new URLSearchParams(location.hash.slice(1)).get('token')
if (given) {
  sessionStorage.setItem('koosandbox-token', given)
  history.replaceState(null, '', location.pathname)
}
const control = () => sessionStorage.getItem('koosandbox-token')
// The specs and problems come in the language of the page; a page in both leaves it to the browser.
const page = document.documentElement
const language = 'both' in page.dataset ? {} : { 'Accept-Language': page.lang }
const shown = () => ({ ...language, ...(control() ? { 'X-Sandbox-Token': control() } : {}) })
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
  filter: true,
  responseInterceptor: (response) => {
    if (new URL(response.url, location.href).pathname.startsWith('/_sandbox/specs/') && response.ok) response.text = readable(response.text)
    return response
  },
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
// Groups operations by subject and writes our own keys as text, because Swagger UI shows them better this way.
function readable(text) {
  const spec = JSON.parse(text)
  for (const [path, methods] of Object.entries(spec.paths ?? spec.webhooks ?? {})) {
    const [, own, kind] = /^[/]_sandbox[/](console[/])?([^/]+)/.exec(path) ?? []
    for (const operation of Object.values(methods)) {
      if (operation && operation.responses && !operation.tags) operation.tags = [kind ? (own ?? '') + kind : spec.info.title]
    }
  }
  return JSON.stringify(spec, (key, value) => {
    if (TEXTS.includes(key) && typeof value === 'string') return half(value)
    return key.startsWith('x-') && value && typeof value === 'object' ? plain(value) : value
  })
}
const TEXTS = ['summary', 'description', 'title']
// The half of a text (中文 · English) in the language of the page.
function half(text) {
  const at = text.indexOf(' · ')
  if (at < 0 || 'both' in page.dataset) return text
  const halves = [text.slice(0, at), text.slice(at + 3)]
  const [first, second] = halves.map((one) => /[\\u4e00-\\u9fff]/.test(one))
  return first === second ? text : halves[first === (page.lang === 'zh-CN') ? 0 : 1]
}
function plain(value) {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'object' ? (one.code ?? JSON.stringify(one)) : one)).join(', ')
  const flat = Object.entries(value).every(([, one]) => typeof one !== 'object')
  return flat ? Object.entries(value).map(([name, one]) => name + ': ' + one).join(', ') : JSON.stringify(value)
}
function askForToken() {
  const field = document.getElementById('token')
  const form = document.getElementById('guarded')
  form.hidden = false
  // The page is loaded anew when the token has changed; a form that is sent would lose the language of its address.
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    field.blur()
  })
  field.addEventListener('change', () => {
    sessionStorage.setItem('koosandbox-token', field.value.trim())
    location.reload()
  })
}
`
}
