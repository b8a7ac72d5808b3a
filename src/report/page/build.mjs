// Bundles the page and the sheets, each script and each style into one file that the program inlines.
// Usage: node build.mjs [FOLDER]
import { build } from 'esbuild'

const outdir = process.argv[2] ?? 'dist'
const entries = { page: 'src/main.ts', sheets: 'src/sheets_main.ts', 'page.style': 'style/page.css', 'sheets.style': 'style/sheets.css' }
await build({
  entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: entry, out })),
  outdir,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome100', 'firefox100', 'safari15'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning'
})
