// Writes the front matter of every .md file below DIR/clients into OUT, one .yaml file each: yamllint reads nothing else.
// node front-matter.cjs DIR OUT
const fs = require('fs');
const path = require('path');

const [, , dir, out] = process.argv;
const clients = path.join(dir, 'clients');
fs.mkdirSync(out, { recursive: true });
for (const file of fs.readdirSync(clients, { recursive: true })) {
  const text = file.endsWith('.md') ? fs.readFileSync(path.join(clients, file), 'utf8') : '';
  if (!text.startsWith('---')) continue;
  fs.writeFileSync(path.join(out, `${file.replaceAll(path.sep, '-')}.yaml`), text.slice(0, text.indexOf('\n---', 4) + 1));
}
