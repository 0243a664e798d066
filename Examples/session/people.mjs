// Kho from Node.js: one process of `kho session`, one JSON object per line.
// node people.mjs [database]
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const file = process.argv[2] ?? '--scratch'
const kho = spawn(process.env.KHO ?? 'kho', ['session', file], { stdio: ['pipe', 'pipe', 'inherit'] })
const replies = createInterface({ input: kho.stdout })[Symbol.asyncIterator]()

async function ask(query, params = {}) {
  kho.stdin.write(JSON.stringify({ id: 1, query, params }) + '\n')
  const { error, rows } = JSON.parse((await replies.next()).value)
  if (error) throw new Error(`${error.detail}: ${error.message}`)
  return rows
}

await ask('CREATE (:Person {name: $name, born: $born})', { name: 'Ada', born: { int: '1815' } })
for (const [name, born] of await ask('MATCH (p:Person) RETURN p.name, p.born')) console.log(name, BigInt(born.int))
kho.stdin.end()
