// The state is in the address: #/place/望京街道, #/indicator/road_network_density?place=..., #/.

export interface Route {
  view: 'report' | 'place' | 'indicator'
  id: string // the place's name or the indicator's id
  options: Record<string, string>
}

export function read_route(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  const [, view, id] = path.split('/').map(decodeURIComponent)
  const options = Object.fromEntries(new URLSearchParams(query))
  return view === 'place' || view === 'indicator' ? { view, id: id ?? '', options } : { view: 'report', id: '', options }
}

export function href(view: Route['view'], id = '', options: Record<string, string> = {}): string {
  const query = new URLSearchParams(options).toString()
  const path = view === 'report' ? '#/' : `#/${view}/${encodeURIComponent(id)}`
  return query === '' ? path : path + '?' + query
}

/** An option of the address, '' where it is not there. */
export function option(name: string): string {
  return read_route(location.hash).options[name] ?? ''
}

/** Puts an option into the address without going anywhere; '' takes it out. */
export function set_option(name: string, value: string): void {
  const { view, id, options } = read_route(location.hash)
  const { [name]: _, ...others } = options
  history.replaceState(null, '', href(view, id, value === '' ? others : { ...others, [name]: value }))
}
