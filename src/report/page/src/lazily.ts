/** A record whose parts are made when they are first asked for. */
export function lazily<T extends object>(makers: { [K in keyof T]-?: () => T[K] }): T {
  const record = {} as T
  for (const name in makers) {
    Object.defineProperty(record, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = makers[name]()
        Object.defineProperty(record, name, { value, enumerable: true })
        return value
      }
    })
  }
  return record
}
