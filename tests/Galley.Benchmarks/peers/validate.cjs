// Reads the fields of every post and lead magnet below DIR/clients, in a .md or a .yaml file, and judges those of posts by schemas/post.schema.json.
// node validate.cjs gray-matter|yaml DIR SCHEMA
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');

const [, , parser, dir, schema] = process.argv;
const judge = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
const parse = { 'gray-matter': withGrayMatter, yaml: withYaml }[parser]();
let files = 0;
let wrong = 0;

function withGrayMatter() {
  const matter = require('gray-matter');
  const yaml = require('js-yaml');
  // Times stay text, as in YAML 1.2.
  const options = { engines: { yaml: text => parse(text) } };
  const parse = text => yaml.load(text, { schema: yaml.CORE_SCHEMA });
  return (text, isWhole) => isWhole ? parse(text) : matter(text, options).data;
}

function withYaml() {
  const { parseDocument, LineCounter } = require('yaml');
  return (text, isWhole) => {
    const fields = isWhole ? text : text.slice(text.indexOf('\n') + 1, text.indexOf('\n---', 4));
    return parseDocument(fields, { lineCounter: new LineCounter() }).toJS();
  };
}

function walk(folder, isPost) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(file, isPost || entry.name === 'posts');
    else if (/\.(md|yaml)$/.test(entry.name)) {
      const text = fs.readFileSync(file, 'utf8');
      const isWhole = entry.name.endsWith('.yaml');
      // Not a post: a client's fields, or a text that a .yaml file names.
      if (isWhole ? entry.name === 'client.yaml' : !text.startsWith('---')) continue;
      const data = parse(text, isWhole);
      files++;
      if (isPost && !judge(data)) wrong++;
    }
  }
}

walk(path.join(dir, 'clients'), false);
console.log(`${files} files, ${wrong} wrong`);
