// What edtf.js makes of the expressions of the conformance table, one line each.
//
// edtf.js (https://www.npmjs.com/package/edtf, BSD-2-Clause) is not ours either; oracle.py says how the table is made. Its
// moments are turned into days of UTC. The argument is the folder into which it was installed.

import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const folder = `${process.argv[2]}/node_modules/edtf`
const { default: edtf } = await import(pathToFileURL(`${folder}/index.js`))
const { version } = JSON.parse(readFileSync(`${folder}/package.json`))

const lines = readFileSync('src/model/when/edtf/conformance.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .filter(line => !line.startsWith('#'))
  .map(line => line.split('\t'))
const column = lines[0].indexOf('expression')

function day(bound) {
  if (bound == null) return '-'
  if (Math.abs(bound) === Infinity) return '..'
  const date = new Date(bound)
  const year = date.getUTCFullYear()
  if (Number.isNaN(year)) throw new RangeError('a moment that Date does not have')
  const two = number => String(number).padStart(2, '0')
  const sign = year < 0 ? '-' : ''
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

console.log(`# Made by tests/edtf/oracle.mjs with edtf.js ${version} (BSD-2-Clause).`)
for (const line of lines.slice(1)) {
  let bounds
  try {
    const parsed = edtf(line[column])
    bounds = [day(parsed.min), day(parsed.max)]
  } catch {
    bounds = ['refused', 'refused']
  }
  console.log(['edtf.js', line[column], ...bounds].join('\t'))
}
