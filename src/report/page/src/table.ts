// A packed table (see packed.ts): its columns are read at once, its rows are windows on them, so that hundreds of
// thousands of rows cost little more than the reading of the text.

export interface PackedTable {
  columns: string
  rows: string
}

type Cell = string | number | boolean | null | string[]
type Column = readonly unknown[]
type Read = (text: string, from: number, to: number) => Cell

export class Table {
  private readonly columns = new Map<string, Column>()
  readonly length: number

  constructor({ columns, rows }: PackedTable, words: string[]) {
    const heads = columns.split(' ').map(c => c.split(':') as [string, string])
    const cells = read_cells(rows, heads.map(([, kind]) => reader_of(kind, words)))
    heads.forEach(([name], k) => this.columns.set(name, cells[k]!))
    this.length = cells[0]!.length
  }

  column<T>(name: string): readonly T[] {
    return this.columns.get(name) as readonly T[]
  }

  /** A column that is not in the text since another list tells it. */
  put(name: string, cells: Column): void {
    this.columns.set(name, cells)
  }

  /** To be called once all columns are there. */
  rows<T>(): T[] {
    const Row = window_on(this.columns)
    return Array.from({ length: this.length }, (_, k) => new Row(k) as T)
  }
}

// ---- reading ----

const comma = 44, line_feed = 10, minus = 45, zero = 48, one = 49

/** An empty cell is the same as the one above. */
function read_cells(text: string, readers: Read[]): Cell[][] {
  const columns = readers.map((): Cell[] => [])
  if (text === '') return columns
  const above: Cell[] = readers.map(() => null)
  let k = 0, from = 0
  for (let at = 0; at <= text.length; at++) {
    const sign = at < text.length ? text.charCodeAt(at) : line_feed
    if (sign !== comma && sign !== line_feed) continue
    if (at > from) above[k] = readers[k]!(text, from, at)
    columns[k]!.push(above[k]!)
    k = sign === comma ? k + 1 : 0
    from = at + 1
  }
  return columns
}

function reader_of(kind: string, words: string[]): Read {
  switch (kind) {
    case 'l':
      return (text, from, to) => (is_none(text, from, to) ? [] : text.slice(from, to).split(' ').map(k => words[Number(k)]!))
    case 'w':
      return (text, from, to) => (is_none(text, from, to) ? null : words[whole_number(text, from, to)]!)
    case 'b':
      return (text, from) => text.charCodeAt(from) === one
    default:
      return (text, from, to) => (is_none(text, from, to) ? null : Number(text.slice(from, to)))
  }
}

function is_none(text: string, from: number, to: number): boolean {
  return to === from + 1 && text.charCodeAt(from) === minus
}

function whole_number(text: string, from: number, to: number): number {
  let number = 0
  for (let k = from; k < to; k++) number = 10 * number + text.charCodeAt(k) - zero
  return number
}

// ---- rows ----

/** A class with a property a column; `aspects.plan` is a window in the window. */
function window_on(columns: Map<string, Column>): new (row: number) => object {
  class Row {
    constructor(readonly row: number) {}
  }
  const inner = new Map<string, Map<string, Column>>()
  for (const [name, cells] of columns) {
    const [outer, rest] = name.split('.') as [string, string | undefined]
    if (rest === undefined) show(Row.prototype, name, row => cells[row])
    else inner.set(outer, (inner.get(outer) ?? new Map<string, Column>()).set(rest, cells))
  }
  for (const [outer, parts] of inner) {
    const Inner = window_on(parts)
    show(Row.prototype, outer, row => new Inner(row))
  }
  return Row
}

function show(prototype: object, name: string, value: (row: number) => unknown): void {
  Object.defineProperty(prototype, name, {
    get(this: { row: number }) {
      return value(this.row)
    }
  })
}
