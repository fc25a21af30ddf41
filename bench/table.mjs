// The result of the benchmark as text.

const milliseconds = (figure) => (figure === undefined ? '' : figure < 10 ? figure.toFixed(3) : figure.toFixed(1))
const times = (ratio) => (ratio === undefined ? '' : `${ratio.toFixed(1)}x`)

const columns = [
  ['', (row) => `${row.credentials === 1 ? '' : `${row.credentials} x `}${row.suite}${contentOf(row)}`],
  ['ours', (row) => milliseconds(row.figures.ours.median)],
  ['p95', (row) => milliseconds(row.figures.ours.p95)],
  ['stock', (row) => milliseconds(otherOf(row).median)],
  ['p95', (row) => milliseconds(otherOf(row).p95)],
  ['faster', (row) => times(row.ratio)],
  ['core', (row) => milliseconds(row.figures.core?.median)],
  ['faster', (row) => times(row.coreRatio)],
  ['floor', (row) => milliseconds(row.figures.floor.median)],
  ['over floor', (row) => times(row.timesFloor)],
  ['first: ours', (row) => milliseconds(row.figures.ours.cold)],
  ['stock', (row) => milliseconds(otherOf(row).cold)],
  ['faster', (row) => times(row.coldRatio)],
]

function contentOf({ content, nested }) {
  if (content === 'record') return `, CLR of ${nested}`
  return content === 'minimal' ? ', minimal' : ''
}

const otherOf = (row) => row.figures.stock ?? row.figures.jose

const vaultColumns = [
  ['', (row) => row.what],
  ['ours', (row) => milliseconds(row.ours)],
  ['until open', (row) => milliseconds(row.unlocked)],
  ['floor', (row) => milliseconds(row.floor)],
  ['over floor', (row) => times(row.timesFloor)],
]

const stackColumns = [
  ['', (row) => row.what],
  ['ours', (row) => milliseconds(row.ours)],
  ['dagre', (row) => milliseconds(row.stock)],
  ['faster', (row) => times(row.ratio)],
]

/**
 * A table for each engine: milliseconds per verification, beside the stock library and the bare signature check; one of the vault, beside
 * a database that is only encrypted; and one of the views of stacks, beside plain dagre.
 */
export function table({ engines, stock, vault, stacks }) {
  const tables = Object.entries(engines).map(([engine, rows]) => `${engine}\n${tableOf(columns, rows)}`)
  return [
    ...(tables.length > 0
      ? [
          `Milliseconds per verification. Stock: ${stock}, all our checks on; for JWTs bare jose (signature only).\nOf a CLR we verify everything inside, stock and core (verifier-core) its own proof.\n`,
          ...tables,
        ]
      : []),
    ...(vault
      ? [
          `A vault of ${vault.credentials} in Chromium, milliseconds. Floor: IndexedDB and AES-GCM with nothing else, and Argon2id where it is needed.\n${tableOf(vaultColumns, vault.rows)}`,
        ]
      : []),
    ...(stacks
      ? [`Stacks laid out in Node, milliseconds. dagre: with all that it does by itself.\n${tableOf(stackColumns, stacks)}`]
      : []),
  ].join('\n')
}

function tableOf(columns, rows) {
  const cells = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, cell]) => cell(row)))]
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => line[i].length)))
  const lines = cells.map((line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  )
  return `${lines.join('\n')}\n`
}
